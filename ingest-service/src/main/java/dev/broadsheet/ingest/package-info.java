/** The ingest service: intake puts files on issues, the split topology makes pages and articles of them. */
@NullMarked
package dev.broadsheet.ingest;

import org.jspecify.annotations.NullMarked;
