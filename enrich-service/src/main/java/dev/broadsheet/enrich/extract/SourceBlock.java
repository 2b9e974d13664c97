package dev.broadsheet.enrich.extract;

/** One headline, paragraph or caption as the splitter left it; {@code role} is the splitter's role name, in any case. */
public record SourceBlock(String role, String text) {}
