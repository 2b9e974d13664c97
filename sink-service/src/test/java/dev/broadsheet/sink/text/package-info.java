@NullMarked
package dev.broadsheet.sink.text;

import org.jspecify.annotations.NullMarked;
