package dev.broadsheet.ingest.split;

import dev.broadsheet.chinese.Seams;
import java.util.ArrayList;
import java.util.List;

/** Adds to the rows' own traits those that come of standing beside others. */
final class Neighbours {
    private static final int LONGEST_PHOTO_TEXT = 420;
    private static final int LONGEST_PHOTO_RUN = 5;
    private static final int PARALLEL = 9;
    private static final double SHARE_OF_ECHOED = 0.4;
    private static final int LEAD = 200;
    private static final int HEADLINE_ROWS = 4;
    private static final int LONGEST_CREDIT = 60;
    private static final int FEWEST_INDENTED = 5;
    private static final int FEWEST_HEADS = 4;
    /** At this logarithm of likelihood seven of ten torn words are seen, and one of 25 pairs of strange rows. */
    private static final double ONE_WORD = 5;

    private final List<Row> rows;
    private final long[] traits;
    private final Pairs pairs;
    private final Seams seams;
    private final WordBreak wordBreak;
    private final Script script = new Script();

    Neighbours(List<Row> rows, long[] traits, Pairs pairs, Seams seams) {
        this.rows = rows;
        this.traits = traits;
        this.pairs = pairs;
        this.seams = seams;
        wordBreak = new WordBreak(rows, seams);
    }

    void add() {
        int usual = usualGap();
        for (int i = 1; i < traits.length; i++) {
            setIf(rows.get(i).gap() > usual, i, Trait.GAP);
            setIf(rows.get(i).gap() > usual, i - 1, Trait.BEFORE_GAP);
        }
        markPage();
        markPhotoRuns();
        new HeadSeries(rows, traits).mark();
        new Cohesion(rows, traits).mark();
        for (int i = 1; i < traits.length; i++) {
            pair(i - 1, i);
        }
        markEchoes();
        PhotoTies.mark(rows, traits);
    }

    /** Traits that tell of the page's habits: one of its rows says little about its paper. */
    private void markPage() {
        int datelines = 0;
        int signed = 0;
        int indented = 0;
        for (int i = 0; i < traits.length; i++) {
            datelines += has(i, Trait.DATELINE) ? 1 : 0;
            signed += has(i, Trait.SIGNED) ? 1 : 0;
            indented += rows.get(i).isIndented() ? 1 : 0;
        }
        boolean twoRowed = isTwoRowed();
        boolean habit = indented * FEWEST_INDENTED >= traits.length && indented < traits.length;
        for (int i = 0; i < traits.length; i++) {
            setIf(datelines <= 1, i, Trait.UNDATED);
            setIf(twoRowed && has(i, Trait.HEADISH), i, Trait.TWO_ROWED);
            setIf(signed > 1 && i > 0 && !has(i - 1, Trait.SIGNED), i, Trait.UNSIGNED);
            setIf(habit && rows.get(i).isIndented(), i, Trait.INDENTED);
        }
    }

    /** Whether most headlines, those above a dateline or a credit, have two rows: then that is how the paper prints them. */
    private boolean isTwoRowed() {
        int heads = 0;
        int twos = 0;
        int size = 0;
        for (int i = 0; i < traits.length; i++) {
            if (has(i, Trait.HEADISH)) {
                size++;
                continue;
            }
            if (size > 0 && (has(i, Trait.DATELINE) || has(i, Trait.CREDIT))) {
                heads++;
                twos += size == 2 ? 1 : 0;
            }
            size = 0;
        }
        return heads >= FEWEST_HEADS && twos * 3 >= heads * 2;
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
        boolean seam = isSeam(a, b);
        setIf(seam, b, Trait.SEAM);
        setIf(seam, a, Trait.BEFORE_SEAM);
        setIf(has(a, Trait.HEADISH), b, Trait.AFTER_HEADISH);
        setIf(!has(a, Trait.HEADISH) && isOpen(traits[a]) && !wordBreak.isAfter(a), b, Trait.AFTER_OPEN);
        setIf(
                has(a, Trait.SIGNED) || has(a, Trait.PHOTO_SIGNED) || has(a, Trait.CREDIT) || has(a, Trait.BRACKETED),
                b,
                Trait.AFTER_SIGNED);
        setIf(has(a, Trait.COMMA), b, Trait.AFTER_COMMA);
        setIf(has(a, Trait.FRAGMENT) && !has(a, Trait.HEADISH), b, Trait.AFTER_FRAGMENT);
        setIf(has(a, Trait.DIGITS), b, Trait.AFTER_DIGITS);
        markIllustrated(a, b);
        setIf(has(b, Trait.DATELINE), a, Trait.BEFORE_DATELINE);
        setIf(has(b, Trait.CREDIT) || has(b, Trait.NAMES), a, Trait.BEFORE_CREDIT);
        setIf(has(b, Trait.HEADISH), a, Trait.BEFORE_HEADISH);
        setIf(has(b, Trait.PHOTO_RUN) || has(b, Trait.PHOTO_SIGNED), a, Trait.BEFORE_PHOTO);
        int before = rows.get(a).text().length();
        int here = rows.get(b).text().length();
        boolean parallel = before == here && here <= PARALLEL;
        setIf(parallel, b, Trait.PARALLEL);
        setIf(here * 100 < before * 78, b, Trait.MUCH_SHORTER);
        setIf(before * 100 < here * 82, b, Trait.MUCH_LONGER);
    }

    /** The caption of a picture that comes with the text stands below the headline or byline, or below the lead. */
    private void markIllustrated(int a, int b) {
        boolean byline = has(a, Trait.CREDIT) && a > 0 && has(a - 1, Trait.HEADISH);
        boolean above = (byline || has(a, Trait.DATELINE)) && isWithPicture(a);
        boolean third = a > 1 && has(a - 1, Trait.HEADISH) && has(a - 2, Trait.HEADISH);
        boolean below = third && has(b, Trait.DATELINE) && isWithPicture(b);
        setIf(above && has(b, Trait.HEADISH), b, Trait.ILLUSTRATED);
        setIf(below && has(a, Trait.HEADISH), a, Trait.ILLUSTRATED);
    }

    private boolean isWithPicture(int i) {
        String text = rows.get(i).folded();
        String front = script.plain(text.substring(0, Math.min(text.length(), LONGEST_CREDIT)));
        return front.contains("文/图") || front.contains("图/文");
    }

    /** Whether a word or number is whole again across the two rows, as the page or the dictionary tells. */
    private boolean isSeam(int a, int b) {
        Row before = rows.get(a);
        Row after = rows.get(b);
        if (has(a, Trait.HEADISH)) {
            return pairs.farSeam(before, after);
        }
        boolean open = isOpen(traits[a]) && !has(b, Trait.DATELINE);
        return pairs.seam(before, after) || (open && seams.gain(before.folded(), after.folded()) >= ONE_WORD);
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

    /** Of up to {@value #HEADLINE_ROWS} rows of a headline, those whose words the text below takes up. */
    private void markEchoes() {
        for (int text = 1; text < traits.length; text++) {
            if (has(text, Trait.HEADISH) || !has(text - 1, Trait.HEADISH)) {
                continue;
            }
            Pairs lead = Pairs.ofFewRows();
            String next = rows.get(text).folded();
            lead.add(next.substring(0, Math.min(next.length(), LEAD)));
            for (int i = text - 1; i >= 0 && i >= text - HEADLINE_ROWS && has(i, Trait.HEADISH); i--) {
                setIf(lead.shareOf(rows.get(i).folded()) >= SHARE_OF_ECHOED, i, Trait.ECHOED);
            }
        }
    }
}
