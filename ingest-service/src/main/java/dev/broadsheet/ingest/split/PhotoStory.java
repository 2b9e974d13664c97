package dev.broadsheet.ingest.split;

import java.util.List;

/**
 * A photo told in a few paragraphs: a short undated item that a photographer signs at its end, and nobody else anywhere. All of
 * its text is caption.
 */
final class PhotoStory {
    private static final int LONGEST = 300;
    private static final int MOST_PARAGRAPHS = 4;

    private PhotoStory() {}

    /** Makes captions of the running text of such items. */
    static void retell(List<Item> items) {
        for (Item item : items) {
            if (is(item)) {
                item.rows().replaceAll(placed -> placed.isRunning() ? placed.as(State.PHOTO_CAPTION) : placed);
            }
        }
    }

    private static boolean is(Item item) {
        int letters = 0;
        int paragraphs = 0;
        for (Placed placed : item.rows()) {
            if (isForeign(placed)) {
                return false;
            }
            if (placed.isRunning()) {
                letters += placed.row().text().length();
                paragraphs++;
            }
        }
        Placed last = item.rows().get(item.rows().size() - 1);
        boolean signed = last.has(Trait.PHOTO_SIGNED) || last.has(Trait.PHOTO_CREDIT);
        return signed && paragraphs > 0 && paragraphs <= MOST_PARAGRAPHS && letters <= LONGEST;
    }

    /** What a photo story does not have: a dateline, a writer, sections, a paragraph that the column broke. */
    private static boolean isForeign(Placed placed) {
        boolean credit = placed.has(Trait.CREDIT) || placed.state().role() == Role.BYLINE;
        return placed.has(Trait.SIGNED)
                || (credit && !placed.has(Trait.PHOTO_CREDIT))
                || placed.has(Trait.DATELINE)
                || placed.state() == State.SUBHEAD
                || (placed.isRunning() && placed.state().isMore());
    }
}
