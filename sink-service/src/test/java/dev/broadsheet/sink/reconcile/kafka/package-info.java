@NullMarked
package dev.broadsheet.sink.reconcile.kafka;

import org.jspecify.annotations.NullMarked;
