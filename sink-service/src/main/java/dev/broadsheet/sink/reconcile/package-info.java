/** Reconciliation: what topics and stores say of every page, held against {@code pages}. No Kafka, no Avro, no SQL. */
@NullMarked
package dev.broadsheet.sink.reconcile;

import org.jspecify.annotations.NullMarked;
