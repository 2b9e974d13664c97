/** Whether the figures of an article bear one another out. Pure: text and figures in, comparisons out. See RATIONALE.md. */
@NullMarked
package dev.broadsheet.enrich.check;

import org.jspecify.annotations.NullMarked;
