/** Holds reprocessing back while live pages wait. */
@NullMarked
package dev.broadsheet.ingest.pace;

import org.jspecify.annotations.NullMarked;
