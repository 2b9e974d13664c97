@NullMarked
package dev.broadsheet.sink.store;

import org.jspecify.annotations.NullMarked;
