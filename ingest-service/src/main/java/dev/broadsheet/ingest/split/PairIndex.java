package dev.broadsheet.ingest.split;

import java.util.List;

/** Numbers the pairs of neighbouring Chinese characters of a few texts, so that they can be counted elsewhere without a map. */
final class PairIndex {
    static final int NONE = -1;
    private static final int SPARE = 4;
    private static final int HASHED = 12;

    private final int[] keys;

    PairIndex(List<String> texts) {
        int letters = texts.stream().mapToInt(String::length).sum();
        keys = new int[Integer.highestOneBit(SPARE * Math.max(1, letters))];
        texts.forEach(this::add);
    }

    private void add(String text) {
        for (int i = 1; i < text.length(); i++) {
            int key = key(text, i);
            if (key != 0) {
                keys[place(key)] = key;
            }
        }
    }

    /** What every number is less than. */
    int size() {
        return keys.length;
    }

    /** The number of the pair that ends at `i`, {@link #NONE} if none of the texts has it. */
    int of(String text, int i) {
        int key = key(text, i);
        if (key == 0) {
            return NONE;
        }
        int place = place(key);
        return keys[place] == 0 ? NONE : place;
    }

    /** Where the key is or would be: at most half of the places are taken. */
    private int place(int key) {
        int place = ((key * 0x9E3779B1) >>> HASHED) & (keys.length - 1);
        while (keys[place] != 0 && keys[place] != key) {
            place = (place + 1) & (keys.length - 1);
        }
        return place;
    }

    private static int key(String text, int i) {
        char a = text.charAt(i - 1);
        char b = text.charAt(i);
        return Chars.isHan(a) && Chars.isHan(b) ? (a << Character.SIZE) | b : 0;
    }
}
