/** The view of a split page for a person at a terminal, and how it differs from labels made by hand. */
@NullMarked
package dev.broadsheet.cli.view;

import org.jspecify.annotations.NullMarked;
