@NullMarked
package dev.broadsheet.standalone;

import org.jspecify.annotations.NullMarked;
