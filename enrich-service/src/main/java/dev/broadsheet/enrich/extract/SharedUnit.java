package dev.broadsheet.enrich.extract;

import org.jspecify.annotations.Nullable;

/** Reads units that stand whole behind the last of several numbers only. Stateless. */
final class SharedUnit {
    private static final int MOST = 6;
    private static final int REACH = 48;
    private static final String JOINTS = "、和及与";
    private static final String PIECE = "个";
    /** What stands before the second of two times: 压缩至, 减到, 调整为, 比规定快, 只需. */
    private static final String CHANGES = "至到为成快需仅";

    private SharedUnit() {}

    /** 分别为2、3和5个: unit and scale stand behind the last of them. */
    static @Nullable Measure at(Sentence sentence, WrittenNumber first) {
        String text = sentence.text();
        int limit = sentence.end();
        if (!isDistributed(sentence, first.start())) {
            return null;
        }
        int mark = first.end();
        for (int item = 0; item < MOST && mark + 1 < limit && JOINTS.indexOf(text.charAt(mark)) >= 0; item++) {
            WrittenNumber next = NumberReader.at(text, mark + 1, limit);
            if (next == null || next.mantissa() == null) {
                return null;
            }
            Unit unit = Units.at(text, next.end(), limit);
            if (unit != null) {
                WrittenNumber meant = SharedScale.ofList(first, next);
                return new Measure(first.start(), meant, meant.upper(), unit, first.end(), first.end());
            }
            mark = next.end();
        }
        return null;
    }

    private static boolean isDistributed(Sentence sentence, int start) {
        for (int at = start - 2; at >= Math.max(sentence.start(), start - REACH); at--) {
            if (sentence.text().startsWith("分别", at)) {
                return true;
            }
            if (Sentences.isClauseEnd(sentence.at(at))) {
                return false;
            }
        }
        return false;
    }

    /** The unit at {@code at}, or what it is short for: the 个 of 0.1个和0.4个百分点 and of 2个、3个工作日. */
    static Unit meant(String text, int at, Unit unit, int limit) {
        int mark = at + unit.text().length();
        for (int item = 0;
                item < MOST && unit.text().equals(PIECE) && mark + 1 < limit && JOINTS.indexOf(text.charAt(mark)) >= 0;
                item++) {
            WrittenNumber next = NumberReader.at(text, mark + 1, limit);
            Unit whole = next == null ? null : Units.at(text, next.end(), limit);
            if (next == null || whole == null || !whole.text().startsWith(PIECE)) {
                return unit;
            }
            if (!whole.isCount()) {
                return shortOf(whole);
            }
            mark = next.end() + 1;
        }
        return unit;
    }

    /** The measure, or what it is short for behind the one before: 由30个工作日压缩至|5个|. */
    static Measure after(@Nullable Quantity last, Measure measure, Sentence sentence) {
        boolean piece = measure.unit().text().equals(PIECE) && last != null;
        if (last == null
                || !piece
                || !last.unit().isDuration()
                || !last.unit().text().startsWith(PIECE)) {
            return measure;
        }
        int end = measure.end();
        char next = sentence.at(end);
        boolean alone = next == 0 || "、）和以".indexOf(next) >= 0 || Sentences.isClauseEnd(next);
        return alone && CHANGES.indexOf(sentence.at(measure.start() - 1)) >= 0 && isOneItem(sentence, last, measure)
                ? new Measure(
                        measure.start(),
                        measure.number(),
                        measure.upper(),
                        shortOf(last.unit()),
                        measure.unitStart(),
                        end)
                : measure;
    }

    private static boolean isOneItem(Sentence sentence, Quantity last, Measure measure) {
        return sentence.text().substring(last.end(), measure.start()).indexOf('；') < 0;
    }

    private static Unit shortOf(Unit whole) {
        return new Unit(PIECE, whole.normal(), whole.factor(), false);
    }
}
