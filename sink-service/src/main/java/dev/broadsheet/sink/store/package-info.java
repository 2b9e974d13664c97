/** What a store is given and what it promises, in records of our own: no Kafka, no Avro, no SQL. */
@NullMarked
package dev.broadsheet.sink.store;

import org.jspecify.annotations.NullMarked;
