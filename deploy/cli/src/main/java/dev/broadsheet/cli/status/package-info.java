/** The overview of an installation in a terminal: what is asked, what it is read as, and how it is shown. */
@NullMarked
package dev.broadsheet.cli.status;

import org.jspecify.annotations.NullMarked;
