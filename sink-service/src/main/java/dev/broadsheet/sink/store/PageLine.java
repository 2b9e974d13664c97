package dev.broadsheet.sink.store;

/** A printed line: its number from 1 and its offset in the decoded page, in UTF-16 units. */
public record PageLine(int number, int offset, String text) {}
