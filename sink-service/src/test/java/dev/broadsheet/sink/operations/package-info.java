@NullMarked
package dev.broadsheet.sink.operations;

import org.jspecify.annotations.NullMarked;
