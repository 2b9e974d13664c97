@NullMarked
package dev.broadsheet.contracts;

import org.jspecify.annotations.NullMarked;
