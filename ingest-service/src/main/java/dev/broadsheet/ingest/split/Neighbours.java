package dev.broadsheet.ingest.split;

import java.util.ArrayList;
import java.util.List;

/** Adds to the rows' own traits those that come of standing beside others. */
final class Neighbours {
    private static final int LONGEST_PHOTO_TEXT = 420;
    private static final int LONGEST_PHOTO_RUN = 5;
    private static final int PARALLEL = 9;
    private static final int KIN = 2;
    private static final int KIN_REACH = 25;
    private static final double SHARE_OF_RELATED = 0.4;
    private static final int LEAD = 200;
    private static final int WINDOW = 6;

    private final List<Row> rows;
    private final long[] traits;
    private final Pairs pairs;

    Neighbours(List<Row> rows, long[] traits, Pairs pairs) {
        this.rows = rows;
        this.traits = traits;
        this.pairs = pairs;
    }

    void add() {
        int usual = usualGap();
        for (int i = 0; i < traits.length; i++) {
            if (rows.get(i).gap() > usual && i > 0) {
                set(i, Trait.GAP);
            }
        }
        markPhotoRuns();
        markKin();
        for (int i = 1; i < traits.length; i++) {
            pair(i - 1, i);
        }
        for (int i = 0; i + 1 < traits.length; i++) {
            setIf(has(i, Trait.HEADISH) && !has(i + 1, Trait.HEADISH) && isEchoed(i), i, Trait.ECHOED);
        }
        for (int i = 0; i < traits.length; i++) {
            if (Trait.PHOTO_SIGNED.in(traits[i]) && related(i)) {
                set(i, Trait.RELATED);
            }
        }
    }

    private int usualGap() {
        List<Integer> gaps = new ArrayList<>(rows.size());
        for (Row row : rows) {
            gaps.add(row.gap());
        }
        gaps.sort(null);
        return gaps.isEmpty() ? 0 : gaps.get(gaps.size() / 2);
    }

    private void set(int i, Trait trait) {
        traits[i] |= trait.bit();
    }

    private boolean has(int i, Trait trait) {
        return trait.in(traits[i]);
    }

    private void pair(int a, int b) {
        boolean seam =
                has(a, Trait.HEADISH) ? pairs.farSeam(rows.get(a), rows.get(b)) : pairs.seam(rows.get(a), rows.get(b));
        setIf(seam, b, Trait.SEAM);
        setIf(seam, a, Trait.BEFORE_SEAM);
        setIf(isOpen(traits[a]), b, Trait.AFTER_OPEN);
        setIf(
                has(a, Trait.SIGNED) || has(a, Trait.PHOTO_SIGNED) || has(a, Trait.CREDIT) || has(a, Trait.BRACKETED),
                b,
                Trait.AFTER_SIGNED);
        setIf(has(a, Trait.COLON), b, Trait.AFTER_COLON);
        setIf(has(a, Trait.DIGITS), b, Trait.AFTER_DIGITS);
        setIf(has(b, Trait.DATELINE), a, Trait.BEFORE_DATELINE);
        setIf(has(b, Trait.OPENER), a, Trait.BEFORE_OPENER);
        setIf(has(b, Trait.CREDIT) || has(b, Trait.NAMES), a, Trait.BEFORE_CREDIT);
        setIf(has(b, Trait.HEADISH), a, Trait.BEFORE_HEADISH);
        setIf(has(b, Trait.PHOTO_RUN) || has(b, Trait.PHOTO_SIGNED), a, Trait.BEFORE_PHOTO);
        int before = rows.get(a).text().length();
        int here = rows.get(b).text().length();
        boolean parallel = before == here && here <= PARALLEL;
        setIf(parallel, b, Trait.PARALLEL);
        setIf(parallel, a, Trait.BEFORE_PARALLEL);
        setIf(here * 100 < before * 78, b, Trait.MUCH_SHORTER);
        setIf(before * 100 < here * 82, b, Trait.MUCH_LONGER);
    }

    private void setIf(boolean condition, int i, Trait trait) {
        if (condition) {
            set(i, trait);
        }
    }

    /** Stops in mid-sentence, as running text does where the column ends. */
    static boolean isOpen(long traits) {
        boolean closed = Trait.STOP.in(traits)
                || Trait.ASKS.in(traits)
                || Trait.COLON.in(traits)
                || Trait.SIGNED.in(traits)
                || Trait.PHOTO_SIGNED.in(traits)
                || Trait.CREDIT.in(traits)
                || Trait.BRACKETED.in(traits);
        return !closed;
    }

    /** After a headline or a gap, a few short rows that end in a photographer's credit are a picture's caption. */
    private void markPhotoRuns() {
        for (int i = 0; i < traits.length; i++) {
            if (has(i, Trait.HEADISH) || (i > 0 && !has(i - 1, Trait.HEADISH))) {
                continue;
            }
            int end = photoRunEnd(i);
            for (int k = i; k < end; k++) {
                set(k, Trait.PHOTO_RUN);
            }
        }
    }

    /** Rows by themselves between running text that are about as long as each other: the subheads of an article are. */
    private void markKin() {
        int last = -1;
        for (int i = 0; i < traits.length; i++) {
            if (has(i, Trait.DATELINE) || (last >= 0 && i - last > KIN_REACH)) {
                last = -1;
            }
            boolean alone = has(i, Trait.HEADISH)
                    && (i == 0 || !has(i - 1, Trait.HEADISH))
                    && (i + 1 == traits.length || !has(i + 1, Trait.HEADISH));
            if (!alone) {
                continue;
            }
            if (last >= 0 && Math.abs(length(i) - length(last)) <= KIN) {
                set(i, Trait.KIN);
                set(last, Trait.KIN);
            }
            last = i;
        }
    }

    private int length(int i) {
        return rows.get(i).text().length();
    }

    private int photoRunEnd(int from) {
        int length = 0;
        boolean picture = false;
        for (int i = from; i < traits.length && i < from + LONGEST_PHOTO_RUN; i++) {
            length += rows.get(i).text().length();
            if (has(i, Trait.DATELINE) || has(i, Trait.HEADISH) || length > LONGEST_PHOTO_TEXT) {
                return from;
            }
            picture |= has(i, Trait.PICTURE);
            if (has(i, Trait.PHOTO_SIGNED)) {
                return i + 1;
            }
            if (has(i, Trait.PHOTO_CREDIT)) {
                return picture && i > from ? i + 1 : from;
            }
        }
        return from;
    }

    private boolean isEchoed(int i) {
        Pairs lead = Pairs.ofFewRows();
        String next = rows.get(i + 1).folded();
        lead.add(next.substring(0, Math.min(next.length(), LEAD)));
        return lead.shareOf(rows.get(i).folded()) >= SHARE_OF_RELATED;
    }

    private boolean related(int i) {
        Pairs before = Pairs.ofFewRows();
        int from = i;
        while (from > 0 && i - from < WINDOW && !has(from, Trait.DATELINE)) {
            from--;
            before.add(rows.get(from).folded());
        }
        return before.shareOf(rows.get(i).folded()) >= SHARE_OF_RELATED;
    }
}
