@NullMarked
package dev.broadsheet.sink.postgresql;

import org.jspecify.annotations.NullMarked;
