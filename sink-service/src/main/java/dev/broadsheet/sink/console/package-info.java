/** The console's server: who may call what, the HTTP API, and the files of the web page. Knows Jetty, and no SQL. */
@NullMarked
package dev.broadsheet.sink.console;

import org.jspecify.annotations.NullMarked;
