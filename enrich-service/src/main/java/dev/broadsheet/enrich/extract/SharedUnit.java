package dev.broadsheet.enrich.extract;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads units that stand whole behind the last of several numbers only. Stateless. */
final class SharedUnit {
    private static final int MOST = 6;
    private static final int REACH = 48;
    private static final String JOINTS = "、和及与";
    private static final String POINTS = "个百分点";
    private static final Unit POINT = new Unit("个", "percent", BigDecimal.ONE, false);

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

    /** The unit at {@code at}, or what it is short for: the 个 of 0.1个和0.4个百分点. */
    static Unit meant(String text, int at, Unit unit, int limit) {
        int mark = at + unit.text().length();
        for (int item = 0;
                item < MOST && unit.text().equals("个") && mark + 1 < limit && JOINTS.indexOf(text.charAt(mark)) >= 0;
                item++) {
            WrittenNumber next = NumberReader.at(text, mark + 1, limit);
            if (next == null || !text.startsWith("个", next.end())) {
                return unit;
            }
            if (text.startsWith(POINTS, next.end())) {
                return POINT;
            }
            mark = next.end() + 1;
        }
        return unit;
    }
}
