@NullMarked
package dev.broadsheet.runtime.trace;

import org.jspecify.annotations.NullMarked;
