/** From bytes to text: which charset they are in, and whether they are text at all. Pure. */
@NullMarked
package dev.broadsheet.ingest.text;

import org.jspecify.annotations.NullMarked;
