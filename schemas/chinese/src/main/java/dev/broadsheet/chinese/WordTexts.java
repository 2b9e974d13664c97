package dev.broadsheet.chinese;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The texts of the words of HanLP's dictionary that were met: a word is the same object each time, so that it knows its hash and who keeps something
 * of a word knows it again at once. Some 8 MB if a text has all words. Any thread.
 */
final class WordTexts {
    private final AtomicReferenceArray<String> met = new AtomicReferenceArray<>(Words.size());

    /** @param word its index in the dictionary; it stands in the text at {@code offset} */
    String of(int word, char[] text, int offset, int length) {
        String known = met.getAcquire(word);
        if (known == null) {
            known = new String(text, offset, length);
            met.setRelease(word, known);
        }
        return known;
    }
}
