/** The console in a browser. */
@NullMarked
package dev.broadsheet.system.console;

import org.jspecify.annotations.NullMarked;
