/** The edge: the contracts' Avro records to and from the records of {@code dev.broadsheet.sink.store}. */
@NullMarked
package dev.broadsheet.sink.avro;

import org.jspecify.annotations.NullMarked;
