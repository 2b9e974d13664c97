@NullMarked
package dev.broadsheet.sink;

import org.jspecify.annotations.NullMarked;
