@NullMarked
package dev.broadsheet.sink.console;

import org.jspecify.annotations.NullMarked;
