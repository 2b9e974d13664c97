package dev.broadsheet.ingest.split;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The credits that stand behind the text: a bracket, or words and names after the last sentence. */
final class ClosingCredits {
    private static final int LONGEST = 90;
    private static final int LONGEST_TAIL = 40;
    private static final int FEWEST_VOUCHING = 3;
    private static final String END_MARKS = "■□◆◇●★▲※ ";
    private static final String BOTH = "摄影报道";
    private static final String BOX_MARKS = "□■●◎○◆";
    private final CreditParser parser;
    private final Sources sources = new Sources();
    private final List<String> notCredits = new ArrayList<>();
    private final List<String> notStarts = new ArrayList<>();

    ClosingCredits(CreditParser parser) {
        this.parser = parser;
        for (List<String> row : Vocabulary.table("not-credits.tsv", 3)) {
            (row.get(1).equals("whole") ? notCredits : notStarts).add(row.get(0));
        }
    }

    Optional<CreditParser.Credit> read(String folded) {
        String plain = parser.script().plain(folded);
        int end = plain.length();
        while (end > 0 && END_MARKS.indexOf(plain.charAt(end - 1)) >= 0) {
            end--;
        }
        boolean stopped = end > 1 && plain.charAt(end - 1) == '。' && plain.charAt(end - 2) == ')';
        int close = stopped ? end - 1 : end;
        int open = open(plain, close);
        if (open >= 0) {
            return bracket(folded, plain, open, close, stopped);
        }
        return Chars.isStop(folded.charAt(folded.length() - 1)) ? Optional.empty() : tail(folded, plain);
    }

    /** A bracket round the whole line that is no credit: (未完待续). */
    boolean isNone(String plain) {
        String inside = plain.startsWith("(") && plain.endsWith(")") ? plain.substring(1, plain.length() - 1) : plain;
        return notCredits.contains(inside.strip()) || Vocabulary.startsWithAny(inside, notStarts);
    }

    /** Where the bracket opens that closes right before `end`, -1 without one. */
    static int open(String plain, int end) {
        if (end < 3 || plain.charAt(end - 1) != ')') {
            return -1;
        }
        int open = plain.lastIndexOf('(', end - 1);
        return open >= 0 && end - open <= LONGEST ? open : -1;
    }

    private Optional<CreditParser.Credit> bracket(String folded, String plain, int open, int close, boolean stopped) {
        String inside = plain.substring(open + 1, close - 1);
        String printed = folded.substring(open + 1, close - 1);
        boolean afterStop = isAfterStop(plain, open) && !stopped;
        if (isNone(inside)) {
            return Optional.empty();
        }
        Optional<CreditParser.Credit> source = sources.read(printed, inside);
        if (source.isPresent()) {
            return afterStop ? source : Optional.empty();
        }
        CreditParser.Credit credit = parser.parse(printed);
        if (credit.worded()
                && !credit.bylines().isEmpty()
                && (isMostlyPlain(credit) || (credit.clean() && credit.sure()))) {
            return Optional.of(inside.endsWith(BOTH) && credit.isPicture() ? withAuthors(credit) : credit);
        }
        if (!afterStop || "[【".indexOf(folded.charAt(open)) >= 0) {
            return Optional.empty();
        }
        if (inside.length() == 1 && open > 0 && parser.names().hasSurname(inside)) {
            return Optional.of(new CreditParser.Credit(List.of(), List.of(inside), List.of(), false, true, true));
        }
        boolean signs = credit.clean() && !credit.isEmpty();
        boolean names =
                (open > 0 && isShortName(credit)) || credit.bare().stream().allMatch(parser.names()::isPlain);
        return signs && names ? Optional.of(credit) : described(printed, inside);
    }

    /** A pen name or a desk need not begin with a surname, but stands alone and is short. */
    private boolean isShortName(CreditParser.Credit credit) {
        return credit.bare().size() == 1
                && credit.bare().get(0).length() < 4
                && !parser.names().isWord(credit.bare().get(0));
    }

    /** A name and who that is: (X,退休护士), (X/设计师). */
    private Optional<CreditParser.Credit> described(String printed, String inside) {
        int end = 0;
        while (end < inside.length() && Names.isNameChar(inside.charAt(end))) {
            end++;
        }
        boolean goesOn = end < inside.length() && ",/".indexOf(inside.charAt(end)) >= 0;
        if (!goesOn || end < 2 || !parser.names().isPlain(printed.substring(0, end))) {
            return Optional.empty();
        }
        return Optional.of(
                new CreditParser.Credit(List.of(), List.of(printed.substring(0, end)), List.of(), false, true, true));
    }

    /** X 摄影报道 behind a text wrote it too. */
    private static CreditParser.Credit withAuthors(CreditParser.Credit credit) {
        List<Byline> all = new ArrayList<>();
        credit.bylines().forEach(b -> all.add(new Byline(BylineRole.AUTHOR, b.name())));
        all.addAll(credit.bylines());
        return new CreditParser.Credit(all, List.of(), credit.bodies(), true, credit.clean(), credit.sure());
    }

    /** A list of three and more names vouches for one of them that begins with no known surname. */
    private boolean isMostlyPlain(CreditParser.Credit credit) {
        List<String> all =
                credit.bylines().stream().map(Byline::name).distinct().toList();
        List<String> doubtful =
                all.stream().filter(name -> !parser.names().isPlain(name)).toList();
        return doubtful.isEmpty()
                || (doubtful.size() == 1
                        && all.size() >= FEWEST_VOUCHING
                        && !parser.names().isWord(doubtful.get(0)));
    }

    private static boolean isAfterStop(String plain, int open) {
        int before = open - 1;
        while (before >= 0 && plain.charAt(before) == ' ') {
            before--;
        }
        return before < 0 || Chars.isStop(plain.charAt(before)) || Chars.isCloser(plain.charAt(before));
    }

    /** Behind the last sentence, without brackets: 记者 X 文/图, □X. */
    private Optional<CreditParser.Credit> tail(String folded, String plain) {
        int from = sentenceEnd(plain, plain.length());
        if (from <= 0 || from == plain.length()) {
            return Optional.empty();
        }
        CreditParser.Credit credit = parser.parse(folded.substring(from));
        boolean worded = credit.worded() && !credit.bylines().isEmpty() && credit.sure();
        boolean boxed =
                BOX_MARKS.indexOf(plain.charAt(from)) >= 0 && !credit.bare().isEmpty();
        boolean plainNames = credit.bare().stream().allMatch(parser.names()::isPlain);
        boolean sent = credit.worded() && !credit.bodies().isEmpty() && plain.endsWith("供稿");
        boolean found = credit.clean() && (worded || boxed || sent) && plainNames && !credit.isPicture();
        return found ? Optional.of(credit) : Optional.empty();
    }

    /** The offset behind the last sentence before `end`, blanks skipped; 0 if none ends within the last few dozen characters. */
    static int sentenceEnd(String plain, int end) {
        int limit = Math.max(0, end - LONGEST_TAIL);
        int from = end;
        while (from > limit && !endsSentence(plain, from - 1)) {
            from--;
        }
        if (from == limit) {
            return 0;
        }
        while (from < end && plain.charAt(from) == ' ') {
            from++;
        }
        return from;
    }

    private static boolean endsSentence(String plain, int at) {
        char c = plain.charAt(at);
        return Chars.isStop(c) || c == '”' || c == '"' || c == '」' || c == ')';
    }
}
