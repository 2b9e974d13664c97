@NullMarked
package dev.broadsheet.sink.reconcile;

import org.jspecify.annotations.NullMarked;
