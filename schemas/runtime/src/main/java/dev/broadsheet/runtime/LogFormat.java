package dev.broadsheet.runtime;

/** TEXT for people at a terminal, JSON (one object a line) for collectors. */
public enum LogFormat {
    TEXT,
    JSON
}
