package dev.broadsheet.enrich.check;

/** What is compared: a headline's figure with the body's, a total with its parts, a growth with the two levels it lies between. */
public enum Check {
    HEADLINE,
    PARTS,
    GROWTH
}
