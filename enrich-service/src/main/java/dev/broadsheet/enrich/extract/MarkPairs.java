package dev.broadsheet.enrich.extract;

import java.util.Arrays;

/** Where quotation marks, title marks and brackets of one sentence open and close. Takes time linear in the sentence. Immutable. */
final class MarkPairs {
    private static final int NEVER = Integer.MAX_VALUE;

    private final int start;
    /** Of each position how many marks before it are open; less than none where the sentence begins inside a pair. */
    private final int[] open;
    /** Of each position where the pair around it closes. */
    private final int[] closes;

    MarkPairs(Sentence sentence) {
        this.start = sentence.start();
        this.open = new int[sentence.end() - start + 1];
        for (int i = 1; i < open.length; i++) {
            open[i] = open[i - 1] + change(sentence.at(start + i - 1));
        }
        this.closes = new int[open.length];
        int[] next = new int[2 * open.length + 1];
        Arrays.fill(next, NEVER);
        for (int i = open.length - 1; i >= 0; i--) {
            int depth = open[i] + open.length;
            closes[i] = next[depth - 1];
            next[depth] = i;
        }
    }

    private static int change(char c) {
        return switch (c) {
            case '“', '《', '（' -> 1;
            case '”', '》', '）' -> -1;
            default -> 0;
        };
    }

    /** Whether the stretch holds one of a pair without the other. */
    boolean tears(int from, int to) {
        return open[from - start] != open[to - start] || closes[from - start] <= to - start;
    }
}
