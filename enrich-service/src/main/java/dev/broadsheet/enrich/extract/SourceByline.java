package dev.broadsheet.enrich.extract;

/** A credited person or body; {@code role} is REPORTER, CORRESPONDENT, PHOTOGRAPHER, AUTHOR or SOURCE. */
public record SourceByline(String role, String name) {}
