package dev.broadsheet.ingest.split;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the inside of a credit (`记者 X 通讯员 Y Z`, `X/文 Y/图`, `X摄`): names with their roles, in order. What is left of the text
 * when words and names are taken out tells whether it was a credit at all ({@link Credit#clean}).
 */
final class CreditParser {
    /** `worded`: a word such as 记者 or 摄 stands in it; `clean`: nothing but names, such words and separators does. */
    record Credit(List<Byline> bylines, List<String> bare, boolean worded, boolean clean) {}

    private static final List<BylineRole> PICTURE = List.of(BylineRole.PHOTOGRAPHER);
    private static final String SEPARATORS = " 、,/;:|&□■●▲◆○◎★※【】[]";
    private final CreditWords words = new CreditWords();
    private final Names names = new Names();

    Names names() {
        return names;
    }

    Credit parse(String folded) {
        return new Scan(folded).run();
    }

    private final class Scan {
        private final String text;
        private final List<Byline> bylines = new ArrayList<>();
        private final List<String> bare = new ArrayList<>();
        private final List<String> pending = new ArrayList<>();
        private List<BylineRole> roles = List.of();
        private boolean worded;
        private boolean clean = true;

        Scan(String text) {
            this.text = text;
        }

        Credit run() {
            int at = 0;
            while (at < text.length()) {
                at = step(at);
            }
            flush();
            return new Credit(List.copyOf(bylines), List.copyOf(bare), worded, clean);
        }

        private int step(int at) {
            if (SEPARATORS.indexOf(text.charAt(at)) >= 0) {
                return at + 1;
            }
            Optional<CreditWords.Word> before = words.before(text, at);
            if (before.isPresent()) {
                flush();
                worded = true;
                roles = before.get().roles();
                return at + before.get().text().length();
            }
            Optional<CreditWords.Word> after = words.after(text, at, false);
            if (after.isPresent()) {
                return close(after.get(), at);
            }
            return name(at);
        }

        private int close(CreditWords.Word word, int at) {
            worded = true;
            if (roles.isEmpty() || word.roles().equals(PICTURE)) {
                roles = word.roles();
            }
            flush();
            roles = List.of();
            return at + word.text().length();
        }

        private int name(int at) {
            int end = at;
            while (end < text.length() && isNameChar(text.charAt(end)) && (end == at || !wordAt(end, end - at))) {
                end++;
            }
            if (end == at) {
                clean = false;
                return at + 1;
            }
            pending.add(text.substring(at, end));
            return end;
        }

        private boolean wordAt(int at, int length) {
            return words.before(text, at).isPresent()
                    || (length >= 2 && words.after(text, at, true).isPresent());
        }

        private boolean isNameChar(char c) {
            return Chars.isHan(c) || c == '·';
        }

        private void flush() {
            for (String name : names.repair(pending)) {
                if (!Names.fits(name)) {
                    clean = false;
                } else if (roles.isEmpty()) {
                    bare.add(name);
                } else {
                    for (BylineRole role : roles) {
                        bylines.add(new Byline(role, name));
                    }
                }
            }
            pending.clear();
        }
    }
}
