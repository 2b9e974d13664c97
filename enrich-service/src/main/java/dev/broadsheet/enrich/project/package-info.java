/** Projects as things: what an article says of each project it names. Pure: text and records in, records out. See RATIONALE.md. */
@NullMarked
package dev.broadsheet.enrich.project;

import org.jspecify.annotations.NullMarked;
