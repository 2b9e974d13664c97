/** The command deploy/broadsheet. */
@NullMarked
package dev.broadsheet.cli;

import org.jspecify.annotations.NullMarked;
