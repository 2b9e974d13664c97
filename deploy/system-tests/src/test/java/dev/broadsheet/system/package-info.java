/** The whole system, run as a user runs it. */
@NullMarked
package dev.broadsheet.system;

import org.jspecify.annotations.NullMarked;
