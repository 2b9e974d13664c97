/** Benchmarks. They measure; what must hold is tested where the code is. */
@NullMarked
package dev.broadsheet.benchmarks;

import org.jspecify.annotations.NullMarked;
