@NullMarked
package dev.broadsheet.sink.console.read;

import org.jspecify.annotations.NullMarked;
