package dev.broadsheet.ingest.split;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Photographers behind the sentences of a caption. */
final class PhotoCredits {
    private static final int LONGEST_BRACKET = 40;
    private static final int LONGEST_TAIL = 40;
    private static final int LONGEST_CAPTION = 800;
    private static final String WORDS = "摄图影供";
    private static final String BOTH = "摄影报道";
    private final CreditParser parser;

    PhotoCredits(CreditParser parser) {
        this.parser = parser;
    }

    Optional<CreditParser.Credit> last(String folded) {
        String plain = parser.script().plain(folded);
        int end = plain.length();
        while (end > 0 && " 。".indexOf(plain.charAt(end - 1)) >= 0) {
            end--;
        }
        int open = ClosingCredits.open(plain, end);
        if (end < plain.length() && open < 0 && plain.charAt(plain.length() - 1) == '。') {
            return Optional.empty();
        }
        if (open >= 0 && end - open <= LONGEST_BRACKET) {
            Optional<CreditParser.Credit> inside = picture(folded.substring(open + 1, end - 1), false);
            if (inside.isPresent() && open > 0) {
                return inside;
            }
            end = open;
        }
        int tail = end;
        return before(folded, plain, end).or(() -> behindBlank(folded, plain, tail));
    }

    private Optional<CreditParser.Credit> before(String folded, String plain, int end) {
        int from = ClosingCredits.sentenceEnd(plain, end);
        boolean near = from > 0 || end <= LONGEST_TAIL;
        return near && hasWord(plain, from, end) ? picture(folded.substring(from, end), true) : Optional.empty();
    }

    /** A caption without a full stop: what stands behind one of its last blanks, when nothing in it can be a word of a sentence. */
    private Optional<CreditParser.Credit> behindBlank(String folded, String plain, int end) {
        int from = Math.max(ClosingCredits.sentenceEnd(plain, end), end - LONGEST_TAIL);
        if (!hasWord(plain, from, end) || isGlued(plain, from, end)) {
            return Optional.empty();
        }
        for (int i = plain.indexOf(' ', from); i >= 0 && i < end; i = plain.indexOf(' ', i + 1)) {
            Optional<CreditParser.Credit> credit =
                    picture(folded.substring(i + 1, end), true).filter(this::isPlain);
            if (credit.isPresent()) {
                return credit;
            }
        }
        return Optional.empty();
    }

    /** Whether the last word is one of credits, of more than one letter, and stands right behind another: 连续拍摄. */
    private boolean isGlued(String plain, int from, int end) {
        for (int i = from + 1; i < end - 1; i++) {
            CreditWords.Word word = parser.words().at(plain, i);
            if (word != null && word.mayClose() && i + word.text().length() == end) {
                return Chars.isHan(plain.charAt(i - 1));
            }
        }
        return false;
    }

    private boolean isPlain(CreditParser.Credit credit) {
        return credit.bylines().stream().map(Byline::name).allMatch(parser.names()::isNameAlone);
    }

    private static boolean hasWord(String plain, int from, int end) {
        for (int i = from; i < end; i++) {
            if (WORDS.indexOf(plain.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** 记者 X 通讯员 Y 摄 are two photographers; X 摄影报道 is one in a caption, in a bracket he wrote the text too. */
    private Optional<CreditParser.Credit> picture(String text, boolean caption) {
        CreditParser.Credit credit = parser.parse(text);
        boolean photographer = credit.bylines().stream().anyMatch(b -> b.role() == BylineRole.PHOTOGRAPHER);
        boolean report = parser.script().plain(text).contains(BOTH);
        boolean author = credit.bylines().stream().anyMatch(b -> b.role() == BylineRole.AUTHOR);
        boolean pictures = report ? caption && !credit.bylines().isEmpty() : photographer && !author;
        if (!pictures || !credit.clean() || !credit.sure() || !credit.bare().isEmpty()) {
            return Optional.empty();
        }
        List<Byline> all = credit.bylines().stream()
                .map(b -> new Byline(BylineRole.PHOTOGRAPHER, b.name()))
                .distinct()
                .toList();
        return Optional.of(new CreditParser.Credit(all, List.of(), List.of(), true, true, true));
    }

    /** Behind each sentence of the caption, in order. */
    CreditParser.Credit all(String folded) {
        Set<Byline> found = new LinkedHashSet<>();
        String plain = parser.script().plain(folded);
        int limit = Math.min(plain.length(), LONGEST_CAPTION);
        for (int i = 0; i < limit; i++) {
            if (plain.charAt(i) == '摄' || plain.charAt(i) == '图') {
                int end = i + 1;
                while (end < limit && Chars.isHan(plain.charAt(end)) && end - i < 4) {
                    end++;
                }
                before(folded, plain, end).ifPresent(credit -> found.addAll(credit.bylines()));
            }
        }
        last(folded).ifPresent(credit -> found.addAll(credit.bylines()));
        return new CreditParser.Credit(List.copyOf(found), List.of(), List.of(), true, true, true);
    }
}
