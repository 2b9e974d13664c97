package dev.broadsheet.ingest.text;

/** What the bytes of a file are. */
public sealed interface TextReading {
    /** Text in a charset, by its IANA name. */
    record Text(String charset) implements TextReading {}

    /** No text: why, in words that say what to do. */
    record NoText(String reason) implements TextReading {}
}
