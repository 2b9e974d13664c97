package dev.broadsheet.ingest.split;

import java.util.List;
import java.util.Set;

/** Finds the traits of one row by itself. Linear in the row's length. */
final class TraitReader {
    private static final int LONGEST_HEAD = 44;
    private static final int LONG_QUESTION = 17;
    private static final int LONGEST_CAPTION = 420;
    private static final int LONGEST_SECTION = 18;
    private static final int LONGEST_COLUMN = 20;
    private static final int LONGEST_FRAMED = 10;
    private static final int SHORTEST_COLUMN = 4;

    private static final String BULLETS = "■□●○◆◇▲△▼★☆◎※•·►▶";
    private final CreditFinder credits;
    private final Datelines datelines = new Datelines();
    private final Script script = new Script();
    private final List<String> openers = Vocabulary.words("openers.tsv");
    private final List<String> inlineHeads = Vocabulary.words("inline-heads.tsv");
    private final List<String> sectionStarts;
    private final List<String> sectionEnds;
    private final Set<String> sectionNames;
    private final List<String> pictures = Vocabulary.words("picture-words.tsv");

    TraitReader(CreditFinder credits) {
        this.credits = credits;
        List<List<String>> sections = Vocabulary.table("sections.tsv", 3);
        sectionStarts = wordsAt("start", sections);
        sectionEnds = wordsAt("end", sections);
        sectionNames = Set.copyOf(wordsAt("exact", sections));
    }

    private static List<String> wordsAt(String place, List<List<String>> table) {
        return table.stream()
                .filter(row -> row.get(1).equals(place))
                .map(row -> row.get(0))
                .toList();
    }

    long read(Row row) {
        String text = row.folded();
        int length = solid(text);
        long traits = Trait.ANY.bit() | lengthOf(length) | ending(text);
        traits |= inside(text);
        traits |= opening(text);
        traits |= credit(text, traits);
        traits |= BULLETS.indexOf(text.charAt(0)) >= 0 ? Trait.BULLET.bit() : 0;
        traits |= isPageReference(text) ? Trait.PAGE_REFERENCE.bit() : 0;
        if (text.length() <= LONGEST_CAPTION && Vocabulary.containsAny(text, pictures)) {
            traits |= Trait.PICTURE.bit();
        }
        if (length <= LONGEST_HEAD) {
            traits |= shortRow(text, length, traits);
        }
        return traits;
    }

    /** Ends in A03版 or, behind something else, in A03 or 3版. */
    private static boolean isPageReference(String text) {
        int end = text.length();
        while (end > 0 && ")】]".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        boolean named = end > 0 && text.charAt(end - 1) == '版';
        end -= named ? 1 : 0;
        int from = end;
        while (from > 0 && end - from < 3 && Chars.isDigit(text.charAt(from - 1))) {
            from--;
        }
        boolean lettered = from > 0 && text.charAt(from - 1) >= 'A' && text.charAt(from - 1) <= 'Z';
        return from < end && (named || lettered);
    }

    private static int solid(String text) {
        int solid = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != ' ') {
                solid++;
            }
        }
        return solid;
    }

    private static long lengthOf(int length) {
        if (length <= 8) {
            return (length <= 4 ? Trait.LEN_1_4 : Trait.LEN_5_8).bit();
        }
        if (length <= 24) {
            return (length <= 16 ? Trait.LEN_9_16 : Trait.LEN_17_24).bit();
        }
        if (length <= 60) {
            return (length <= 36 ? Trait.LEN_25_36 : Trait.LEN_37_60).bit();
        }
        return Trait.LEN_61_UP.bit();
    }

    private static long ending(String text) {
        int end = text.length() - 1;
        while (end > 0 && Chars.isCloser(text.charAt(end))) {
            end--;
        }
        char last = text.charAt(end);
        if (last == '。' || last == '…' || (last == '.' && end > 0 && Chars.isHan(text.charAt(end - 1)))) {
            return Trait.STOP.bit();
        }
        if (last == '?' || last == '!') {
            return end < text.length() - 1 ? Trait.STOP.bit() : Trait.ASKS.bit();
        }
        if (last == ',' || last == '、' || last == ';') {
            return Trait.COMMA.bit();
        }
        if (last == ':') {
            return Trait.COLON.bit();
        }
        return last == '—' || last == '―' || text.endsWith("--") ? Trait.DASH.bit() : 0;
    }

    private static long inside(String text) {
        long traits = 0;
        int spaces = 0;
        int balance = 0;
        int straight = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ') {
                spaces += text.charAt(i - 1) == ' ' ? 0 : 1;
            } else if (Chars.isDigit(c)) {
                traits |= Trait.DIGITS.bit();
            } else if (c == '。' && i < text.length() - 1) {
                traits |= Trait.INNER_STOP.bit();
            } else if (c == ',' && i < text.length() - 1) {
                traits |= Trait.INNER_COMMA.bit();
            } else if ("(“《「".indexOf(c) >= 0) {
                balance++;
            } else if (")”》」".indexOf(c) >= 0) {
                balance--;
            } else if (c == '"') {
                straight++;
            }
        }
        traits |= spaces > 0 ? Trait.SPACED.bit() : 0;
        traits |= spaces > 1 ? Trait.MANY_SPACED.bit() : 0;
        return traits | (balance != 0 || straight % 2 != 0 ? Trait.FRAGMENT.bit() : 0);
    }

    private long opening(String text) {
        boolean credited =
                text.indexOf(')') < text.length() - 1 && credits.front(text, 0).isPresent();
        if (credited || datelines.end(text) > 0) {
            return Trait.DATELINE.bit();
        }
        return Vocabulary.startsWithAny(text, openers) || startsWithDate(text) ? Trait.OPENER.bit() : 0;
    }

    /** 3月5日 or 5日, at the very start. */
    private static boolean startsWithDate(String text) {
        int i = 0;
        while (i < text.length()
                && i < 12
                && (Chars.isDigit(text.charAt(i)) || (i > 0 && "年月".indexOf(text.charAt(i)) >= 0))) {
            i++;
        }
        return i > 0 && i < text.length() && text.charAt(i) == '日';
    }

    private long credit(String text, long soFar) {
        if (Trait.DATELINE.in(soFar) && !Trait.STOP.in(soFar) && text.length() < 8) {
            return 0;
        }
        boolean bracketed = text.charAt(0) == '(' && text.indexOf(')') == text.length() - 1 && text.length() > 2;
        if (bracketed) {
            return Trait.BRACKETED.bit();
        }
        var line = credits.line(text);
        if (line.isPresent()) {
            boolean photo = line.get().bylines().stream().allMatch(b -> b.role() == BylineRole.PHOTOGRAPHER);
            return Trait.CREDIT.bit() | (photo ? Trait.PHOTO_CREDIT.bit() : 0);
        }
        var photographer = credits.photographer(text);
        if (photographer.isPresent()) {
            boolean alone = text.length() <= 30 && !Trait.INNER_STOP.in(soFar);
            return alone ? Trait.CREDIT.bit() | Trait.PHOTO_CREDIT.bit() : Trait.PHOTO_SIGNED.bit();
        }
        if (credits.names(text).isPresent()) {
            return Trait.NAMES.bit();
        }
        return credits.closingBracket(text).isPresent() ? Trait.SIGNED.bit() : 0;
    }

    private long shortRow(String text, int length, long soFar) {
        long traits = 0;
        boolean running = (Trait.STOP.in(soFar) && !text.endsWith(")"))
                || Trait.INNER_STOP.in(soFar)
                || Trait.COMMA.in(soFar)
                || (Trait.ASKS.in(soFar) && Trait.INNER_COMMA.in(soFar) && length >= LONG_QUESTION);
        boolean other = Trait.DATELINE.in(soFar) || Trait.CREDIT.in(soFar) || Trait.BRACKETED.in(soFar);
        if (!running && !other && !Trait.PHOTO_SIGNED.in(soFar)) {
            traits |= Trait.HEADISH.bit();
        }
        int open = text.lastIndexOf('(');
        if (open > 0
                && text.charAt(text.length() - 1) == ')'
                && text.length() - open <= LONGEST_COLUMN
                && text.length() - open >= SHORTEST_COLUMN) {
            traits |= Trait.COLUMN.bit();
        }
        if (isInlineHead(text, open)) {
            traits |= Trait.INLINE_HEAD.bit();
        }
        if (length <= LONGEST_SECTION && isSection(text)) {
            traits |= Trait.SECTION.bit();
        }
        return traits;
    }

    private boolean isInlineHead(String text, int open) {
        String bare = text;
        if (open > 0 && text.endsWith(")")) {
            bare = text.substring(open + 1, text.length() - 1);
        }
        while (!bare.isEmpty() && ":■●◆▲·> ".indexOf(bare.charAt(bare.length() - 1)) >= 0) {
            bare = bare.substring(0, bare.length() - 1);
        }
        while (!bare.isEmpty() && "■●◆▲·> ".indexOf(bare.charAt(0)) >= 0) {
            bare = bare.substring(1);
        }
        return inlineHeads.contains(bare);
    }

    /** The name of a part of the page or of a column: by its words, or in brackets of its own. */
    private boolean isSection(String text) {
        String name = script.plain(text);
        boolean framed = name.length() <= LONGEST_FRAMED
                && "(《".indexOf(name.charAt(0)) >= 0
                && ")》".indexOf(name.charAt(name.length() - 1)) >= 0;
        if (framed && text.charAt(0) != '(') {
            return true;
        }
        String bare = framed ? name.substring(1, name.length() - 1) : name.replace(" ", "");
        if (sectionNames.contains(bare) || (Vocabulary.startsWithAny(name, sectionStarts) && text.indexOf(' ') < 0)) {
            return true;
        }
        for (String end : sectionEnds) {
            if (bare.endsWith(end) && bare.length() <= end.length() + 6) {
                return true;
            }
        }
        return false;
    }
}
