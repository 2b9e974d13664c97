package dev.broadsheet.ingest.split;

import java.util.List;

/** Whether text of an article is visibly missing: it stops in mid-sentence, or a paragraph opens with the tail of a word. */
final class Completeness {
    private static final String PRONOUNS = "我你他她它您咱俺是不对好哦嗯唉啊嘿";

    private Completeness() {}

    static boolean isIncomplete(Item item) {
        List<Placed> rows = item.rows();
        Placed before = null;
        for (Placed placed : rows) {
            if (!placed.isRunning()) {
                continue;
            }
            boolean more = placed.state().isMore();
            if (!more
                    && (opensTorn(placed)
                            || (before != null
                                    && before.isOpen()
                                    && !placed.state().isLead()))) {
                return true;
            }
            before = placed;
        }
        return before != null && before.isOpen() && stopsShort(item, before);
    }

    /** A single character before the first comma is the rest of a word, pronouns and calls excepted. */
    private static boolean opensTorn(Placed placed) {
        String text = placed.row().folded();
        return text.length() > 2
                && Chars.isHan(text.charAt(0))
                && text.charAt(1) == ','
                && PRONOUNS.indexOf(text.charAt(0)) < 0;
    }

    private static boolean stopsShort(Item item, Placed last) {
        int at = item.rows().indexOf(last);
        return item.rows().subList(at, item.rows().size()).stream()
                .noneMatch(p -> p.state().role() == Role.BYLINE);
    }
}
