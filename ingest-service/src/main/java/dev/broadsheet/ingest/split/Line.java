package dev.broadsheet.ingest.split;

/** A physical line of the page: its number from 1, the UTF-16 offset of its first character in the page, its text without line end. */
public record Line(int number, int offset, String text) {}
