/** How fast the system is, on request: comparisons within one run on one machine. */
@NullMarked
package dev.broadsheet.system.load;

import org.jspecify.annotations.NullMarked;
