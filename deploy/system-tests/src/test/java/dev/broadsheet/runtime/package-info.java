@NullMarked
package dev.broadsheet.runtime;

import org.jspecify.annotations.NullMarked;
