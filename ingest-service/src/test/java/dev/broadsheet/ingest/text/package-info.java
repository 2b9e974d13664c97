@NullMarked
package dev.broadsheet.ingest.text;

import org.jspecify.annotations.NullMarked;
