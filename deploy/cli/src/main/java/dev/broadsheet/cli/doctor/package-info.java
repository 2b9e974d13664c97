/** What {@code doctor} looks at, one class an area; they read, and change nothing. */
@NullMarked
package dev.broadsheet.cli.doctor;

import org.jspecify.annotations.NullMarked;
