/** Drop folders: finished files are claimed, put on issues or rejected, and filed away once the broker has them. */
@NullMarked
package dev.broadsheet.ingest.intake;

import org.jspecify.annotations.NullMarked;
