@NullMarked
package dev.broadsheet.ingest;

import org.jspecify.annotations.NullMarked;
