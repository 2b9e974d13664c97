package dev.broadsheet.ingest.split;

import java.util.List;

/**
 * Reads the inside of a credit (`记者 X 通讯员 Y Z`, `X/文 Y/图`, `X摄`): names with their roles, in order. What is left of the text
 * when words and names are taken out tells whether it was a credit at all ({@link Credit#clean}). Any thread.
 */
final class CreditParser {
    /**
     * `bare`: names without a role; `bodies`: desks, offices and other bodies; `worded`: a word such as 记者 or 摄 stands in it;
     * `clean`: nothing but names, such words and separators does; `sure`: no name without a surname is glued to its word.
     */
    record Credit(
            List<Byline> bylines, List<String> bare, List<String> bodies, boolean worded, boolean clean, boolean sure) {
        /** Whether all it credits are photographers, one at least. */
        boolean isPicture() {
            return !bylines.isEmpty()
                    && bare.isEmpty()
                    && bylines.stream().allMatch(b -> b.role() == BylineRole.PHOTOGRAPHER);
        }

        boolean isEmpty() {
            return bylines.isEmpty() && bare.isEmpty() && bodies.isEmpty();
        }
    }

    private final Script script = new Script();
    private final CreditWords words = new CreditWords();
    private final Names names = new Names(script);

    Names names() {
        return names;
    }

    Script script() {
        return script;
    }

    CreditWords words() {
        return words;
    }

    Credit parse(String folded) {
        return new CreditScan(folded, script.plain(folded), words, names).run();
    }
}
