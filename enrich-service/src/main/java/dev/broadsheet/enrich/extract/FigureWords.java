package dev.broadsheet.enrich.extract;

/** Words around figures that several readers ask about. Stateless. */
final class FigureWords {
    private static final Table WORDS = Table.read("figure-words.tsv", 2);
    private static final Lexicon MONEY = Lexicon.reversed(WORDS.group("money"));
    private static final Lexicon GROWTH = Lexicon.of(WORDS.group("growth"));
    private static final Lexicon CHANGE = Lexicon.reversed(WORDS.group("change"));
    private static final Lexicon TAIL = Lexicon.reversed(WORDS.group("tail"));
    private static final Lexicon LEAD = Lexicon.of(WORDS.group("lead"));
    private static final Lexicon HALF_WORD = Lexicon.of(WORDS.group("half-word"));
    private static final Lexicon NO_INDICATOR = Lexicon.of(WORDS.group("no-indicator"));
    private static final Lexicon ATTRIBUTE = Lexicon.of(WORDS.group("attribute"));
    private static final Lexicon PLAN = Lexicon.reversed(WORDS.group("plan-end"));
    private static final Lexicon PREDICATE = Lexicon.of(WORDS.group("predicate"));
    private static final int MONEY_REACH = 6;
    private static final int GROWTH_REACH = 8;

    private FigureWords() {}

    /** Whether a word of money ends right there. */
    static boolean isMoney(String text, int floor, int end) {
        return MONEY.longestEnding(text, end, floor) > 0;
    }

    static boolean endsWithMoney(String text, int floor, int end) {
        for (int at = end; at > Math.max(floor, end - MONEY_REACH); at--) {
            if (MONEY.longestEnding(text, at, floor) > 0) {
                return true;
            }
            if (Sentences.isClauseEnd(text.charAt(at - 1))) {
                return false;
            }
        }
        return false;
    }

    /** Whether a word of growth stands shortly before {@code end} and nothing turns it into a level (提高到). */
    static boolean endsWithGrowth(String text, int floor, int end) {
        int from = Math.max(floor, end - GROWTH_REACH);
        for (int at = from; at < end; at++) {
            int length = GROWTH.matchLength(text, at, end);
            if (length == 0 || text.startsWith("增加值", at) || text.startsWith("增值", at)) {
                continue;
            }
            String between = text.substring(at + length, end);
            boolean rate = "幅速".indexOf(text.charAt(at + length - 1)) >= 0;
            boolean level = between.startsWith("到") || between.startsWith("至") || between.startsWith("为");
            if ((level && !rate) || hasBreak(between) || isOfShare(between)) {
                continue;
            }
            return true;
        }
        return false;
    }

    /** Whether nothing but 了 stands between a verb that changes an amount and {@code end}: 增加|3.2万亩, 减少了|1.1万人; not 新增, which counts what is new. */
    static boolean isChange(String text, int floor, int end) {
        int verbEnd = end > floor && text.charAt(end - 1) == '了' ? end - 1 : end;
        return CHANGE.longestEnding(text, verbEnd, floor) > 0 || CHANGE.longestEnding(text, end, floor) > 0;
    }

    /** The 的贡献率达 of 增长的贡献率达63%, the 面为 of 增长面为76%; not the 率为 of 增长率为5%. */
    private static boolean isOfShare(String between) {
        return between.startsWith("面") || between.indexOf('率') > 0 || between.contains("比重") || between.contains("占比");
    }

    private static boolean hasBreak(String between) {
        for (int i = 0; i < between.length(); i++) {
            if (Sentences.isClauseEnd(between.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** 半导体, 半挂车, 半程: whether the 半 at {@code at} belongs to such a word and is no half of what stands before. */
    static boolean opensHalfWord(String text, int at, int limit) {
        return HALF_WORD.matchLength(text, at, limit) > 0;
    }

    /** Behind the last word before {@code end} that is no 达到, 为, 约; {@code floor} where there is none. */
    static int withoutTail(String text, int floor, int end) {
        int at = end;
        for (int length = TAIL.longestEnding(text, at, floor); length > 0 && at > floor; ) {
            at -= length;
            length = TAIL.longestEnding(text, at, floor);
        }
        return at;
    }

    /** 将, 预计: a word that belongs to no indicator. */
    static boolean isNoIndicator(String word) {
        return NO_INDICATOR.contains(word);
    }

    /** 为预算的102%: how far a plan is fulfilled is not what the next figure says more of. */
    static boolean isPlan(String indicator) {
        return PLAN.longestEnding(indicator, indicator.length(), 0) > 0;
    }

    /** 正在, 进入: a word that goes on to say something of a figure. */
    static boolean isPredicate(String word) {
        return PREDICATE.contains(word);
    }

    /** 总, 人均: a word that goes with the one behind it. */
    static boolean isAttribute(String word) {
        return ATTRIBUTE.contains(word);
    }

    static int leadLength(String text, int from, int limit) {
        return LEAD.matchLength(text, from, limit);
    }
}
