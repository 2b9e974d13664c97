@NullMarked
package dev.broadsheet.sink.repair;

import org.jspecify.annotations.NullMarked;
