package dev.broadsheet.system.chaos;

import java.time.Instant;

/** Words in a page that make a stage of the chaos suite's services stumble; no page that is fed otherwise has them. */
public final class Marks {
    public static final String SPLIT_THROWS = "甲号拆分失败标记";
    public static final String SPLIT_HANGS = "乙号拆分停滞标记";
    public static final String ENRICH_THROWS = "丙号提取失败标记";
    public static final String ENRICH_HANGS = "丁号提取停滞标记";
    /** What a service says on standard error when a page begins to hang, with the instant behind it. */
    static final String HANGING = "a page hangs since ";

    private Marks() {}

    /** Does what the marks in the text ask for: nothing, throwing, or never coming back. */
    public static void stumble(String text, String throwing, String hanging) {
        if (text.contains(throwing)) {
            throw new IllegalStateException("the chaos suite's mark " + throwing);
        }
        if (text.contains(hanging)) {
            hang();
        }
    }

    private static void hang() {
        System.err.println(HANGING + Instant.now());
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the time limit is over", e);
        }
    }
}
