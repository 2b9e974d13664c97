/**
 * The splitter: the text of one newspaper page in, its articles out. A plain function of its argument: no Kafka, no Avro, no clock,
 * no network. Offsets and lengths are UTF-16 units, line numbers count from 1.
 */
@NullMarked
package dev.broadsheet.ingest.split;

import org.jspecify.annotations.NullMarked;
