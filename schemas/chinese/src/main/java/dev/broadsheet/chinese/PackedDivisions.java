package dev.broadsheet.chinese;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The administrative divisions, 665,000 of them in about 14 MB: a {@link Division} is made when it is asked for.
 *
 * <p>Inside, a code is always of twelve digits, so its level and its parents follow from its zeros.
 */
final class PackedDivisions implements Gazetteer {
    /** What the last digit of a code of each level counts: province, prefecture, county, town, village. */
    private static final long[] STEPS = {10_000_000_000L, 100_000_000L, 1_000_000L, 1_000L, 1L};

    private static final int[] DIGITS = {6, 6, 6, 9, 12};
    private static final Level[] LEVELS = Level.values();

    private final NameTable names;
    private final long[] codes;
    private final int[] nameOf;
    private final Bearers bearers;

    PackedDivisions(NameTable names, long[] codes, int[] nameOf, Bearers bearers) {
        this.names = names;
        this.codes = codes;
        this.nameOf = nameOf;
        this.bearers = bearers;
    }

    @Override
    public List<Division> named(CharSequence name) {
        int index = names.find(name);
        return index < 0
                ? List.of()
                : Arrays.stream(bearers.of(index))
                        .mapToObj(this::division)
                        .sorted(Comparator.comparing(Division::level))
                        .toList();
    }

    @Override
    public Optional<Division> byCode(String code) {
        long padded = padded(code);
        int index = padded < 0 ? -1 : Arrays.binarySearch(codes, padded);
        return index < 0 ? Optional.empty() : Optional.of(division(index));
    }

    @Override
    public int longestAt(CharSequence text, int from) {
        int index = names.longestAt(text, from);
        return index < 0 ? 0 : names.length(index);
    }

    private Division division(int index) {
        long code = codes[index];
        int level = level(code);
        return new Division(written(code, level), names.name(nameOf[index]), LEVELS[level], parent(code, level));
    }

    /** The nearest code above that is listed: below 北京市 and below 仙桃市's province stands no prefecture. */
    private String parent(long code, int level) {
        for (int above = level - 1; above >= 0; above--) {
            long candidate = code / STEPS[above] * STEPS[above];
            if (candidate != code && Arrays.binarySearch(codes, candidate) >= 0) {
                return written(candidate, above);
            }
        }
        return "";
    }

    private static int level(long code) {
        int level = 0;
        while (code % STEPS[level] != 0) {
            level++;
        }
        return level;
    }

    private static String written(long code, int level) {
        return Long.toString(code).substring(0, DIGITS[level]);
    }

    /** The code in twelve digits, or -1: 41, 4101, 410122, 410122101 and 410122101201 are codes. */
    private static long padded(String code) {
        boolean shaped = code.length() == 2 || code.length() == 4 || (code.length() % 3 == 0 && code.length() >= 6);
        if (!shaped || code.length() > 12) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < 12; i++) {
            char c = i < code.length() ? code.charAt(i) : '0';
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }
}
