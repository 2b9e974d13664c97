/** The roll-up: metrics by series, and the newest of each. An application of its own; knows nothing of extraction. */
@NullMarked
package dev.broadsheet.enrich.rollup;

import org.jspecify.annotations.NullMarked;
