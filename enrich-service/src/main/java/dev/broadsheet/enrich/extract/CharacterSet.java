package dev.broadsheet.enrich.extract;

/** Characters, a bit for each that there is: a question costs one look, which {@link java.util.BitSet} takes three for. Any thread, once all are added. */
final class CharacterSet {
    private final long[] bits = new long[(Character.MAX_VALUE + 1) / Long.SIZE];

    static CharacterSet of(String characters) {
        CharacterSet set = new CharacterSet();
        characters.chars().forEach(c -> set.add((char) c));
        return set;
    }

    void add(char c) {
        bits[c / Long.SIZE] |= 1L << c;
    }

    boolean has(char c) {
        return (bits[c / Long.SIZE] & (1L << c)) != 0;
    }
}
