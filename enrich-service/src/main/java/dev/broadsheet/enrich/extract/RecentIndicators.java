package dev.broadsheet.enrich.extract;

import java.util.Arrays;

/** What the last figures of an article measure. Not thread-safe. */
final class RecentIndicators {
    private static final int MOST = 8;

    private final String[] texts = new String[MOST];
    private int next;

    RecentIndicators() {
        Arrays.fill(texts, "");
    }

    void add(String indicator) {
        texts[next] = indicator;
        next = (next + 1) % MOST;
    }

    /** That of the last figure for 1, of the one before for 2; empty where there is none, or it is long ago. */
    String back(int figures) {
        return figures < 1 || figures > MOST ? "" : texts[Math.floorMod(next - figures, MOST)];
    }
}
