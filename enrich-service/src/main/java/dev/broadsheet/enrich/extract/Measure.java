package dev.broadsheet.enrich.extract;

import org.jspecify.annotations.Nullable;

/**
 * A number or a range with its unit, before its qualifiers are known.
 *
 * @param start where number or currency sign start
 * @param upper the upper bound of a range, else null
 * @param unitStart where the unit starts
 * @param end behind number and unit
 */
record Measure(int start, WrittenNumber number, @Nullable WrittenNumber upper, Unit unit, int unitStart, int end) {}
