/** What the console reads from PostgreSQL: one class of SQL per resource, and the endpoints over them. */
@NullMarked
package dev.broadsheet.sink.console.read;

import org.jspecify.annotations.NullMarked;
