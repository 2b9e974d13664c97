@NullMarked
package dev.broadsheet.ingest.pace;

import org.jspecify.annotations.NullMarked;
