package dev.broadsheet.ingest.split;

import java.util.List;
import java.util.Optional;

/** Finds the part of a line that is a credit: the bracket of a dateline, a signature at the end, or the whole line. */
final class CreditFinder {
    private static final int LONGEST = 90;
    private static final int LONGEST_PIECE = 16;
    private static final String AFTER_DATELINE = " 】])";
    private static final int LONGEST_TAIL = 40;
    private static final int LONGEST_LINE = 60;
    private final CreditParser parser;
    private final List<String> notCredits = Vocabulary.words("not-credits.tsv");

    CreditFinder(CreditParser parser) {
        this.parser = parser;
    }

    /** The bracket (or, without one, the words up to 60 characters) right after a dateline that ends at `from`. */
    Optional<CreditParser.Credit> front(String folded, int from) {
        int open = from;
        while (open < folded.length() && AFTER_DATELINE.indexOf(folded.charAt(open)) >= 0) {
            open++;
        }
        if (open >= folded.length() || folded.charAt(open) != '(') {
            return from > 0 ? unbracketed(folded, open) : Optional.empty();
        }
        int close = folded.indexOf(')', open);
        if (close < 0 || close - open > LONGEST) {
            return Optional.empty();
        }
        return Optional.of(parser.parse(folded.substring(open + 1, close))).filter(CreditParser.Credit::worded);
    }

    /** 记者 X 通讯员 Y and then the text: as far as the pieces between blanks are words of credits and names with surnames. */
    private Optional<CreditParser.Credit> unbracketed(String folded, int from) {
        int end = from;
        int at = from;
        while (at < folded.length() && at - from < LONGEST) {
            int next = at;
            while (next < folded.length() && next - at <= LONGEST_PIECE && !isGap(folded.charAt(next))) {
                next++;
            }
            if (next == folded.length()
                    || next - at > LONGEST_PIECE
                    || !isPlain(parser.parse(folded.substring(at, next)))) {
                break;
            }
            end = next;
            at = next + 1;
        }
        return Optional.of(parser.parse(folded.substring(from, end)))
                .filter(c -> c.worded() && !c.bylines().isEmpty());
    }

    private static boolean isGap(char folded) {
        return folded == ' ' || folded == '、';
    }

    private boolean isPlain(CreditParser.Credit piece) {
        return piece.clean()
                && piece.bylines().stream().map(Byline::name).allMatch(parser.names()::isPlain)
                && piece.bare().stream().allMatch(parser.names()::isPlain);
    }

    /** The inside of a bracket that closes the text, when it credits somebody. */
    Optional<CreditParser.Credit> closingBracket(String folded) {
        int open = openOfClosingBracket(folded);
        if (open < 0) {
            return Optional.empty();
        }
        String inside = folded.substring(open + 1, folded.length() - 1);
        CreditParser.Credit credit = parser.parse(inside);
        boolean afterStop =
                open == 0 || Chars.isStop(folded.charAt(open - 1)) || Chars.isCloser(folded.charAt(open - 1));
        if (credit.worded() && !credit.bylines().isEmpty() && !notCredits.contains(inside)) {
            return Optional.of(credit);
        }
        if (afterStop && credit.clean() && !credit.bare().isEmpty() && !notCredits.contains(inside)) {
            return Optional.of(credit);
        }
        return Optional.empty();
    }

    private static int openOfClosingBracket(String folded) {
        int end = folded.length() - 1;
        if (end < 2 || folded.charAt(end) != ')') {
            return -1;
        }
        int open = folded.lastIndexOf('(', end);
        return open >= 0 && end - open <= LONGEST ? open : -1;
    }

    /** The photographer's credit behind the last sentence (X 摄, with or without an agency in brackets). */
    Optional<CreditParser.Credit> photographer(String folded) {
        int end = folded.length();
        int open = openOfClosingBracket(folded);
        if (open > 0 && end - open <= 16) {
            end = open;
        }
        int from = end;
        int limit = Math.max(0, end - LONGEST_TAIL);
        while (from > limit && !isSentenceEnd(folded.charAt(from - 1))) {
            from--;
        }
        if (from == limit && limit > 0) {
            return Optional.empty();
        }
        CreditParser.Credit credit = parser.parse(folded.substring(from, end));
        boolean found = credit.clean() && credit.bylines().stream().anyMatch(b -> b.role() == BylineRole.PHOTOGRAPHER);
        return found ? Optional.of(credit) : Optional.empty();
    }

    private static boolean isSentenceEnd(char folded) {
        return Chars.isStop(folded) || folded == '”' || folded == '"' || folded == ')';
    }

    /** The whole line, when there is nothing on it but a credit with its word. */
    Optional<CreditParser.Credit> line(String folded) {
        if (folded.length() > LONGEST_LINE) {
            return Optional.empty();
        }
        CreditParser.Credit credit = parser.parse(folded);
        return credit.clean() && !credit.bylines().isEmpty() ? Optional.of(credit) : Optional.empty();
    }

    /** The whole line, when it is names alone, each with a surname. */
    Optional<CreditParser.Credit> names(String folded) {
        if (folded.length() > 16 || folded.indexOf(':') >= 0) {
            return Optional.empty();
        }
        CreditParser.Credit credit = parser.parse(folded);
        boolean names = credit.clean()
                && !credit.worded()
                && !credit.bare().isEmpty()
                && credit.bare().stream().allMatch(parser.names()::isPlain);
        return names ? Optional.of(credit) : Optional.empty();
    }
}
