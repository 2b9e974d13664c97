package dev.broadsheet.sink.text;

/**
 * A Chinese character or a word of another script: how the index writes it, its position there, and where it stands in the text, in UTF-16
 * units.
 */
record Piece(String lexeme, boolean han, int position, int start, int end) {}
