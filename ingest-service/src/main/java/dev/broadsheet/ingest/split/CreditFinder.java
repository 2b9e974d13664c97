package dev.broadsheet.ingest.split;

import java.util.List;
import java.util.Optional;

/**
 * Finds the part of a line that is a credit: the bracket of a dateline, a signature at the end, or the whole line. Looks at the first
 * and last few dozen characters only. Any thread.
 */
final class CreditFinder {
    private static final int LONGEST_LINE = 60;
    private static final int LONGEST_NAMES = 16;
    private static final int LONGEST_DESCRIBED = 24;
    private static final int LONGEST_NAME = 4;
    private static final int SHORTEST_DOTTED = 6;
    private static final int LONGEST_SIGNATURE = 30;
    private static final String LIST_MARKS = "□■●▲◆○◎★※◇△▼▽►▶◤ ";
    private final CreditParser parser;
    private final FrontCredits front;
    private final ClosingCredits closing;
    private final PhotoCredits photos;
    private final List<String> unsigned = Vocabulary.words("unsigned.tsv");
    private final List<String> sections =
            Vocabulary.table("sections.tsv", 3).stream().map(row -> row.get(0)).toList();

    CreditFinder(CreditParser parser) {
        this.parser = parser;
        front = new FrontCredits(parser);
        photos = new PhotoCredits(parser);
        closing = new ClosingCredits(parser);
    }

    /** The bracket (or, without one, the words) right after a dateline that ends at `from`; 0: at the line's start. */
    Optional<CreditParser.Credit> front(String folded, int from) {
        return front.read(folded, from);
    }

    /** What signs the text at its end, in a bracket or with a word of credits, unless it is a photographer alone. */
    Optional<CreditParser.Credit> closingBracket(String folded) {
        return closing.read(folded);
    }

    /** The photographer's credit behind the last sentence (X 摄, with or without an agency in brackets). */
    Optional<CreditParser.Credit> photographer(String folded) {
        return photos.last(folded);
    }

    /** The photographers' credits anywhere in a caption. */
    CreditParser.Credit photographers(String folded) {
        return photos.all(folded);
    }

    /** The whole line, when there is nothing on it but a credit with its word. */
    Optional<CreditParser.Credit> line(String folded) {
        if (folded.length() > LONGEST_LINE) {
            return Optional.empty();
        }
        CreditParser.Credit credit = parser.parse(bare(folded));
        boolean found = credit.worded()
                && credit.clean()
                && credit.sure()
                && !credit.bylines().isEmpty();
        return found && credit.bare().stream().allMatch(parser.names()::isPlain)
                ? Optional.of(credit)
                : Optional.empty();
    }

    /** The whole line, when it is names alone, each with a surname, or 本报评论员 and the like without a name. */
    Optional<CreditParser.Credit> names(String folded) {
        if (folded.length() > LONGEST_DESCRIBED || folded.indexOf(':') >= 0) {
            return Optional.empty();
        }
        String plain = parser.script().plain(folded);
        if (unsigned.contains(plain)) {
            return Optional.of(new CreditParser.Credit(List.of(), List.of(), List.of(), true, true, true));
        }
        Optional<CreditParser.Credit> described = described(folded, plain);
        if (described.isPresent()) {
            return described;
        }
        CreditParser.Credit credit = parser.parse(bare(folded));
        boolean names = folded.length() <= LONGEST_NAMES
                && credit.clean()
                && !credit.worded()
                && credit.bodies().isEmpty()
                && !credit.bare().isEmpty()
                && isLoose(plain)
                && credit.bare().stream().allMatch(parser.names()::isNameAlone);
        return names ? Optional.of(credit) : Optional.empty();
    }

    /** A body, an address or a readers' word and then the name of a person: X县读者 Y, X小学校长 Y; or a mark and a name with a dot. */
    private Optional<CreditParser.Credit> described(String folded, String plain) {
        int from = 0;
        while (from < plain.length() && LIST_MARKS.indexOf(plain.charAt(from)) >= 0) {
            from++;
        }
        int blank = plain.indexOf(' ', from);
        String name = folded.substring(Math.max(blank, from)).replace(" ", "");
        boolean dotted = from > 0 && blank < 0 && isDotted(name);
        boolean named = blank > from + 2
                && parser.names().isNameAlone(name)
                && parser.names().tellsWho(plain.substring(from, blank));
        return dotted || named
                ? Optional.of(new CreditParser.Credit(List.of(), List.of(name), List.of(), false, true, true))
                : Optional.empty();
    }

    /** A name with a dot that is too long for the label of a column (乡村·观察) and has no such word in it. */
    private boolean isDotted(String name) {
        int dot = name.indexOf('·');
        return dot > 1
                && name.length() >= SHORTEST_DOTTED
                && Names.fits(name)
                && !Vocabulary.containsAny(parser.script().plain(name), sections);
    }

    /** No comma and no words so long that they would have to be cut into names. */
    private static boolean isLoose(String plain) {
        int run = 0;
        for (int i = 0; i < plain.length(); i++) {
            run = Chars.isHan(plain.charAt(i)) ? run + 1 : 0;
            if (run > LONGEST_NAME || plain.charAt(i) == ',' || plain.charAt(i) == ';') {
                return false;
            }
        }
        return true;
    }

    /** A line known to sign an article: names after what tells who they are (读者 X, X镇 Y), or ones without a surname. */
    Optional<CreditParser.Credit> signature(String folded) {
        if (folded.length() > LONGEST_SIGNATURE) {
            return Optional.empty();
        }
        String plain = parser.script().plain(folded);
        CreditParser.Credit credit = parser.parse(bare(folded));
        boolean signs = !unsigned.contains(plain) && !closing.isNone(plain) && credit.clean() && !credit.isEmpty();
        return signs ? Optional.of(credit) : Optional.empty();
    }

    /** Without the brackets round the whole line: 【记者 X】. */
    private String bare(String folded) {
        String plain = parser.script().plain(folded);
        int from = 0;
        while (from < plain.length() && LIST_MARKS.indexOf(plain.charAt(from)) >= 0) {
            from++;
        }
        boolean whole = from < plain.length()
                && plain.charAt(from) == '('
                && plain.indexOf(')') == plain.length() - 1
                && plain.length() - from > 2;
        return whole ? folded.substring(from + 1, folded.length() - 1) : folded;
    }
}
