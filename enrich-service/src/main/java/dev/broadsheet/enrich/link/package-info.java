/** Linking: what each name of an article means, across articles. Pure: text and records in, records out. See RATIONALE.md. */
@NullMarked
package dev.broadsheet.enrich.link;

import org.jspecify.annotations.NullMarked;
