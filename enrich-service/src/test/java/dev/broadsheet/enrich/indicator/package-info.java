@NullMarked
package dev.broadsheet.enrich.indicator;

import org.jspecify.annotations.NullMarked;
