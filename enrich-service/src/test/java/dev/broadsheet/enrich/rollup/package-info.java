@NullMarked
package dev.broadsheet.enrich.rollup;

import org.jspecify.annotations.NullMarked;
