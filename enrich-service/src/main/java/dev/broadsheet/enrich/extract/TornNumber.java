package dev.broadsheet.enrich.extract;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Tells what is left of a number that was misprinted: the 34 of 12,34亿元 and the 5 of 10—5亿元 are no amounts, and nobody can know which were. Stateless. */
final class TornNumber {
    private static final String JOINTS = "—-~";
    private static final int DIGITS_OF_YEAR = 4;
    /** Of a range that leaves the first unit out, no upper end is so many times the lower one, which has more digits. */
    private static final BigDecimal FARTHEST = BigDecimal.valueOf(100);

    private TornNumber() {}

    /** Whether the number goes on what stands before it and makes neither a group of digits nor a range with that. */
    static boolean is(Sentence sentence, WrittenNumber number) {
        int mark = number.start() - 1;
        int start = mark;
        while (FlatText.isDigit(sentence.at(start - 1)) || (start < mark && sentence.at(start - 1) == '.')) {
            start--;
        }
        if (start == mark || !FlatText.isDigit(sentence.at(start))) {
            return false;
        }
        if (sentence.at(mark) == ',') {
            return !isYear(sentence, start, mark);
        }
        WrittenNumber first =
                JOINTS.indexOf(sentence.at(mark)) >= 0 ? NumberReader.at(sentence.text(), start, mark) : null;
        return first != null && !rises(first.mantissa(), number);
    }

    /** Whether a range may begin with that number, whose unit and scale stand behind {@code upper} only: 3000—1万元, not 8—5个 or 10—5亿元. */
    static boolean rises(@Nullable BigDecimal lower, WrittenNumber upper) {
        BigDecimal mantissa = upper.mantissa();
        if (lower == null || mantissa == null || lower.compareTo(mantissa) < 0) {
            return true;
        }
        return lower.compareTo(upper.value()) < 0 && lower.multiply(FARTHEST).compareTo(upper.value()) >= 0;
    }

    /** 2020,30个: the comma ends what is said of the year. */
    private static boolean isYear(Sentence sentence, int start, int end) {
        boolean opens =
                sentence.text().startsWith("19", start) || sentence.text().startsWith("20", start);
        return opens && end - start == DIGITS_OF_YEAR;
    }
}
