package dev.broadsheet.ingest.split;

import java.util.ArrayList;
import java.util.List;

/**
 * Marks the texts signed by a photographer that speak of what the text above speaks of ({@link Trait#RELATED}): they repeat much of it,
 * or words that the page has there alone, as the name of a person is. A photo that stands for itself shares but words that any news has.
 */
final class PhotoTies {
    private static final Script SCRIPT = new Script();
    private static final int ROWS = 6;
    private static final int REACH = 400;
    private static final int LONGEST_CREDIT = 40;
    private static final double MUCH = 0.4;
    private static final double OWN_WORDS = 0.065;
    private static final int FEWEST_OWN = 2;
    private static final int FEWEST_PAIRS = 8;
    private static final int LONGEST = 800;
    /** A page with more photos is no page; none of them is tied. */
    private static final int MOST = 200;

    private final List<Row> rows;
    private final long[] traits;
    private final PairIndex index;
    /** How often each pair of the photos' texts occurs on the page. */
    private final int[] onPage;
    /** How often it occurs above the text at hand and in it; all 0 between two texts. */
    private final int[] above;

    private final int[] here;

    private PhotoTies(List<Row> rows, long[] traits, List<String> texts) {
        this.rows = rows;
        this.traits = traits;
        index = new PairIndex(texts);
        onPage = new int[index.size()];
        above = new int[index.size()];
        here = new int[index.size()];
        rows.forEach(row -> count(row.folded(), 0, 1, onPage));
    }

    static void mark(List<Row> rows, long[] traits) {
        List<Integer> photos = new ArrayList<>();
        for (int i = 1; i < traits.length && photos.size() <= MOST; i++) {
            if (Trait.PHOTO_SIGNED.in(traits[i])) {
                photos.add(i);
            }
        }
        if (photos.isEmpty() || photos.size() > MOST) {
            return;
        }
        PhotoTies ties = new PhotoTies(
                rows,
                traits,
                photos.stream().map(i -> withoutCredit(rows.get(i).folded())).toList());
        photos.forEach(i -> traits[i] |= ties.isTied(i) ? Trait.RELATED.bit() : 0);
    }

    private boolean isTied(int i) {
        String text = withoutCredit(rows.get(i).folded());
        countAbove(i, 1);
        count(text, 0, 1, here);
        int all = 0;
        int shared = 0;
        int own = 0;
        for (int k = 1; k < text.length(); k++) {
            int pair = index.of(text, k);
            if (pair != PairIndex.NONE && here[pair] > 0) {
                all++;
                shared += above[pair] > 0 ? 1 : 0;
                own += above[pair] > 0 && above[pair] + here[pair] == onPage[pair] ? 1 : 0;
                here[pair] = 0;
            }
        }
        countAbove(i, -1);
        boolean much = shared > 0 && shared >= MUCH * all;
        return much || own >= Math.max(FEWEST_OWN, OWN_WORDS * Math.max(FEWEST_PAIRS, all));
    }

    /** The photographer may have written the text above as well, which makes no tie. */
    private static String withoutCredit(String text) {
        int end = creditStart(SCRIPT.plain(text));
        return text.substring(Math.max(0, end - LONGEST), end);
    }

    /** Behind the last sentence, or without one at the first blank of the tail in which {@link PhotoCredits} looks. */
    private static int creditStart(String plain) {
        int end = plain.length();
        while (end > 0 && " 。".indexOf(plain.charAt(end - 1)) >= 0) {
            end--;
        }
        int open = ClosingCredits.open(plain, end);
        end = open > 0 ? open : end;
        int sentence = ClosingCredits.sentenceEnd(plain, end);
        int blank = plain.indexOf(' ', Math.max(0, end - LONGEST_CREDIT));
        return sentence > 0 ? sentence : blank > 0 && blank < end ? blank : end;
    }

    /** Counts the text above, up to the lead of its article. */
    private void countAbove(int i, int step) {
        int left = REACH;
        for (int k = i - 1; k >= 0 && i - k <= ROWS && left > 0; k--) {
            String text = rows.get(k).folded();
            count(text, Math.max(0, text.length() - left), step, above);
            left -= text.length();
            if (Trait.DATELINE.in(traits[k])) {
                return;
            }
        }
    }

    private void count(String text, int from, int step, int[] counts) {
        for (int i = from + 1; i < text.length(); i++) {
            int pair = index.of(text, i);
            if (pair != PairIndex.NONE) {
                counts[pair] += step;
            }
        }
    }
}
