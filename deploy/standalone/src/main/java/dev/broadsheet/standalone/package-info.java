/** All of Broadsheet in one process tree: broker and registry as child JVMs, PostgreSQL, and the three services. */
@NullMarked
package dev.broadsheet.standalone;

import org.jspecify.annotations.NullMarked;
