package dev.broadsheet.enrich.extract;

/**
 * Tells words of time from the same characters across two other words: 后年 of 建成后年产值, 上年 of 以上年龄段, 目前 of 项目前期. Looks at
 * the characters beside the word, because the segmenter often cuts these wrong too. Stateless.
 */
final class PeriodEdges {
    /** Behind these, or at the start of a clause, stands no word whose last character could belong to the time. */
    private static final String OPEN = "、（“ 在到至于从自和与及明者划将拟比较是";
    /** What follows a year or a month that is no time but a rate or a thing of years: 年产, 年均, 年龄, 年货. */
    private static final String OF_YEARS = "产均销收营利接用处加发供龄轻货味夜限";

    /** What makes another word of a season: 今|春节, 今|秋粮. */
    private static final String OF_SEASONS = "节运茶耕晚粮收播种麦";

    private static final String NUMERALS = "0123456789〇零一二两三四五六七八九十百千万几多半每整数余近";

    private static final Table WORDS = Table.read("period-edges.tsv", 2);
    private static final Lexicon OTHERS = Lexicon.of(WORDS.group("other"));
    private static final Lexicon TERM_CUES = Lexicon.reversed(WORDS.group("term-cue"));
    private static final Lexicon TERM_VERBS = Lexicon.of(WORDS.group("term-verb"));
    private static final Lexicon AGE_BEFORE = Lexicon.reversed(WORDS.group("age-before"));
    private static final Lexicon AGE_BEHIND = Lexicon.of(WORDS.group("age-behind"));
    private static final Lexicon ROUND_AGE_BEHIND = Lexicon.of(WORDS.group("age-behind-round"));
    /** What stands before 年 and is smaller is nearly always a count of years, and no figure is of such a time. */
    private static final int FIRST_YEAR = 1_800;

    private static final int HUNDRED = 100;
    private static final int THOUSAND = 1_000;

    private PeriodEdges() {}

    /** Length of the word at {@code from} that holds the characters of a time and is none (今日头条), or 0. */
    static int otherLength(String text, int from, int limit) {
        return OTHERS.matchLength(text, from, limit);
    }

    /** 由15日压缩至3日, 工期90日: days that something takes; {@code end} stands behind 日. */
    static boolean isTerm(String text, int start, int end, int limit) {
        return TERM_CUES.longestEnding(text, start, 0) > 0 || TERM_VERBS.matchLength(text, end, limit) > 0;
    }

    /** 有1300年历史, 2000年前的古墓: as many years, not the year {@code year}; {@code end} stands behind 年. */
    static boolean isAge(String text, int start, int end, int year, int limit) {
        boolean ago = year % THOUSAND == 0 && end < limit && text.charAt(end) == '前';
        boolean lasting = year % HUNDRED == 0 && ROUND_AGE_BEHIND.matchLength(text, end, limit) > 0;
        return year < FIRST_YEAR
                || ago
                || lasting
                || AGE_BEFORE.longestEnding(text, start, 0) > 0
                || AGE_BEHIND.matchLength(text, end, limit) > 0;
    }

    /** 第15年, 历时15年, 近15年, 一百一五年: so many years, not a year of two digits; {@code end} stands behind 年. */
    static boolean isCounted(String text, int start, int end, int limit) {
        char before = start > 0 ? text.charAt(start - 1) : ' ';
        return "第满了用".indexOf(before) >= 0
                || NUMERALS.indexOf(before) >= 0
                || isTerm(text, start, end, limit)
                || AGE_BEFORE.longestEnding(text, start, 0) > 0;
    }

    /** Behind these a stretch of time may open that would else be a phrase's (近三年). */
    static boolean isBreak(char c) {
        return Sentences.isClauseEnd(c) || "、在（ ".indexOf(c) >= 0;
    }

    /** 三年来: whether 来 stands there and is no verb (三天来自各地). */
    static boolean isLasting(String text, int at, int limit) {
        return at < limit
                && text.charAt(at) == '来'
                && (at + 1 >= limit || "自华到访宾客往电函".indexOf(text.charAt(at + 1)) < 0);
    }

    /** Whether the word from {@code start} to {@code end} begins and ends there. */
    static boolean isWord(String text, int start, int end, int limit) {
        char before = start > 0 ? text.charAt(start - 1) : 0;
        char after = end < limit ? text.charAt(end) : 0;
        boolean opens = before == 0 || Sentences.isClauseEnd(before) || OPEN.indexOf(before) >= 0;
        return switch (text.substring(start, end)) {
            case "后年", "前日" -> opens;
            case "后天" -> opens && "气性空晴".indexOf(after) < 0;
            case "前年" -> opens || ("以此之目日".indexOf(before) < 0 && OF_YEARS.indexOf(after) < 0);
            case "年内", "年底", "年末" -> NUMERALS.indexOf(before) < 0;
            case "年初" -> NUMERALS.indexOf(before) < 0 && "步心级中始".indexOf(after) < 0;
            case "全年" -> "健安齐完".indexOf(before) < 0 && after != '龄';
            case "本周", "上周", "下周", "这周" -> "期边围".indexOf(after) < 0 && !isJoined(text.charAt(start), before, after);
            case "今春", "今夏", "今秋", "今冬", "去春", "去夏", "去秋", "去冬", "明春" ->
                OF_SEASONS.indexOf(after) < 0 && !isJoined(text.charAt(start), before, after);
            default -> !isJoined(text.charAt(start), before, after);
        };
    }

    /** Whether the first character goes with the one before: 成本|年均, 体现|在, 合同|期. */
    private static boolean isJoined(char first, char before, char after) {
        String joins = switch (first) {
            case '上', '下' -> OF_YEARS.indexOf(after) < 0 ? "" : "以线网地街";
            case '本' -> "成资基样版书课原根标文剧";
            case '去' -> "过除失";
            case '同' -> "不共相合协";
            case '次' -> "人首每多层车班此再依渐批场" + NUMERALS;
            case '当' -> "相适恰担应";
            case '明' -> "透文说证表发光声";
            case '今' -> "当现迄";
            case '目' -> "项节题科数账条栏书曲";
            case '现' -> "体实出表呈展涌再发兑显浮重";
            case '如' -> "假例比譬";
            default -> "";
        };
        return joins.indexOf(before) >= 0;
    }
}
