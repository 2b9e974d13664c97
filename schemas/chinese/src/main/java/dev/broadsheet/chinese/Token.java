package dev.broadsheet.chinese;

/**
 * One word of a text. {@code text} is {@code source.substring(start, end)} exactly; offsets count UTF-16 units.
 *
 * @param tag the name of HanLP's nature: nr person, ns place, nt organization, v verb, n noun, m numeral, q counter,
 *     w punctuation, x anything that is no word
 */
public record Token(String text, String tag, int start, int end) {}
