package dev.broadsheet.ingest.split;

import java.util.List;

/**
 * A page before it is decoded: the rows that are to be decoded with their traits, and what was taken out before: furniture, and
 * headlines printed one or two characters a line.
 */
@SuppressWarnings("ArrayRecordComponent") // written once, by the reader
record Sheet(
        List<Line> lines, List<Row> rows, long[] traits, Pairs pairs, List<Row> furniture, List<List<Row>> scraps) {}
