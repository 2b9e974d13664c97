package dev.broadsheet.ingest.split;

import java.util.Optional;

/** The credits that stand before the text of a lead. */
final class FrontCredits {
    private static final int LONGEST = 90;
    private static final int LONGEST_PIECE = 16;
    private static final int LONGEST_REPORT = 60;
    private static final int LONGEST_LINE = 60;
    private static final int SHORTEST_TEXT = 12;
    private static final String AFTER_DATELINE = " ):,—";
    private static final String MARKS = "□■●▲◆○◎★※◇△▼▽►▶ ";
    private static final String GAPS = " 、,:";
    private static final String[] REPORTS = {"报道", "报导"};
    private final CreditParser parser;
    private final GluedReporter glued;

    FrontCredits(CreditParser parser) {
        this.parser = parser;
        glued = new GluedReporter(parser.names());
    }

    Optional<CreditParser.Credit> read(String folded, int from) {
        String plain = parser.script().plain(folded);
        int open = from;
        while (open < plain.length() && (from == 0 ? MARKS : AFTER_DATELINE).indexOf(plain.charAt(open)) >= 0) {
            open++;
        }
        if (open == plain.length()) {
            return inside(folded, plain, from);
        }
        if (plain.charAt(open) == '(') {
            return bracket(folded, plain, open, from);
        }
        return from > 0
                ? inside(folded, plain, from).or(() -> unbracketed(folded, plain, from))
                : lead(folded, plain, open);
    }

    private Optional<CreditParser.Credit> bracket(String folded, String plain, int open, int from) {
        int close = plain.indexOf(')', open);
        if (close < 0 || close - open > LONGEST || (from == 0 && plain.length() - close < 3)) {
            return Optional.empty();
        }
        CreditParser.Credit credit = parser.parse(folded.substring(open + 1, close));
        if (credit.worded() && !credit.bylines().isEmpty() && (from > 0 || credit.clean())) {
            return Optional.of(credit);
        }
        boolean names = from > 0
                && credit.clean()
                && !credit.isEmpty()
                && credit.bare().stream().allMatch(parser.names()::isPlain);
        return names ? Optional.of(credit) : Optional.empty();
    }

    /** (中央社记者X台北3日电): the reporter stands inside the dateline. */
    private Optional<CreditParser.Credit> inside(String folded, String plain, int from) {
        int reporter = plain.indexOf("记者");
        if (reporter < 0 || reporter >= from) {
            return Optional.empty();
        }
        int end = reporter + 2;
        while (end < from && Names.isNameChar(plain.charAt(end))) {
            end++;
        }
        String name = parser.names().withoutPlace(folded.substring(reporter + 2, end));
        return parser.names().isPlain(name) ? Optional.of(parser.parse("记者" + name)) : Optional.empty();
    }

    /** Without a dateline: a mark or 记者 X, and then at least a sentence. */
    private Optional<CreditParser.Credit> lead(String folded, String plain, int open) {
        boolean opens = parser.words().roleAfterHouse(plain, open) >= 0 || isRole(plain, open);
        if (!opens || (folded.length() <= LONGEST_LINE && parser.parse(folded).clean())) {
            return Optional.empty();
        }
        int report = report(folded, plain, open);
        if (report > 0) {
            return Optional.of(parser.parse(folded.substring(open, report)));
        }
        int end = pieces(folded, plain, open);
        boolean text = folded.length() - end >= SHORTEST_TEXT && plain.charAt(end) != ':' && plain.indexOf('。') > end;
        return text ? worded(folded.substring(open, end)) : Optional.empty();
    }

    private boolean isRole(String plain, int at) {
        CreditWords.Word word = parser.words().at(plain, at);
        return word != null
                && word.place() == CreditWords.Place.BEFORE
                && word.text().length() > 1;
    }

    /** 记者 X 通讯员 Y and then the text: as far as the pieces between blanks are words of credits and names with surnames. */
    private Optional<CreditParser.Credit> unbracketed(String folded, String plain, int from) {
        int report = report(folded, plain, from);
        if (report > 0) {
            return Optional.of(parser.parse(folded.substring(from, report)));
        }
        int end = pieces(folded, plain, from);
        return worded(folded.substring(from, end)).or(() -> glued.read(folded, plain, from));
    }

    private Optional<CreditParser.Credit> worded(String credit) {
        return Optional.of(parser.parse(credit))
                .filter(c -> c.worded() && !c.bylines().isEmpty());
    }

    /** Where 报道 ends that closes a credit of plain names beginning at `from`, 0 if none does. */
    private int report(String folded, String plain, int from) {
        for (String report : REPORTS) {
            int at = plain.indexOf(report, from);
            int end = at + report.length();
            boolean ends = at > 0
                    && at - from <= LONGEST_REPORT
                    && (end == plain.length() || GAPS.indexOf(plain.charAt(end)) >= 0);
            if (ends) {
                CreditParser.Credit credit = parser.parse(folded.substring(from, end));
                if (isPlain(credit) && !credit.bylines().isEmpty()) {
                    return end;
                }
            }
        }
        return 0;
    }

    private int pieces(String folded, String plain, int from) {
        int end = from;
        int at = from;
        while (at < plain.length() && at - from < LONGEST) {
            int next = at;
            while (next < plain.length() && next - at <= LONGEST_PIECE && GAPS.indexOf(plain.charAt(next)) < 0) {
                next++;
            }
            if (next - at > LONGEST_PIECE || !isPlain(parser.parse(folded.substring(at, next)))) {
                break;
            }
            end = next;
            at = next + 1;
        }
        return end;
    }

    private boolean isPlain(CreditParser.Credit piece) {
        return piece.clean()
                && piece.bodies().isEmpty()
                && piece.bylines().stream().map(Byline::name).allMatch(parser.names()::isPlain)
                && piece.bare().stream().allMatch(parser.names()::isPlain);
    }
}
