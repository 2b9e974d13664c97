package dev.broadsheet.enrich.extract;

import java.util.List;

/** Programmes and platforms between quotation marks, where a cue beside the marks says so, and policy documents in 《》. Stateless. */
final class QuoteSource {
    private static final Table WORDS = Table.read("quote-cues.tsv", 2);
    private static final Lexicon CAMPAIGN = Lexicon.of(WORDS.group("campaign"));
    private static final Lexicon DOCUMENT = Lexicon.reversed(WORDS.group("document"));
    private static final Lexicon NOT_QUOTED = Lexicon.of(WORDS.group("not-quoted"));
    private static final String NUMERALS = "一二三四五六七八九十两双百千万";
    private static final int LONGEST_QUOTE = 20;
    private static final int LONGEST_DOCUMENT = 40;
    private static final int CUED = 70;
    private static final int COUNTED = 60;

    private QuoteSource() {}

    static void add(Sentence sentence, List<Candidate> out) {
        List<Span> quotes = sentence.quoted(LONGEST_QUOTE);
        for (int i = 0; i < quotes.size(); i++) {
            quoted(sentence, quotes, i, out);
        }
        documents(sentence, out);
    }

    private static void quoted(Sentence sentence, List<Span> quotes, int index, List<Candidate> out) {
        Span quote = quotes.get(index);
        String text = sentence.text();
        String inside = text.substring(quote.start(), quote.end());
        if (NOT_QUOTED.contains(inside) || isSpeech(inside) || inside.length() < 2 || isScheme(inside)) {
            return;
        }
        int after = lastOfChain(sentence, quotes, index).end() + 1;
        if ((inside.length() > 4 && inside.endsWith("平台"))
                || NameWords.PLATFORM_AFTER.matchLength(text, quote.end() + 1, sentence.end()) > 0
                || NameWords.PLATFORM_AFTER.matchLength(text, after, sentence.end()) > 0) {
            out.add(new Candidate(EntityType.PLATFORM, quote.start(), quote.end(), CUED + 1));
        } else if (isCode(inside) && NameWords.PROGRAMME_AFTER.matchLength(text, quote.end() + 1, sentence.end()) > 1) {
            int suffix = NameWords.PROGRAMME_AFTER.matchLength(text, quote.end() + 1, sentence.end());
            out.add(new Candidate(EntityType.PROGRAMME, quote.start() - 1, quote.end() + 1 + suffix, CUED));
        } else if (isSuffixed(inside)) {
            out.add(new Candidate(EntityType.PROGRAMME, quote.start(), quote.end(), CUED));
        } else if (NameWords.PROGRAMME_AFTER.matchLength(text, after, sentence.end()) > 0
                || isListed(sentence, after)) {
            out.add(new Candidate(EntityType.PROGRAMME, quote.start(), quote.end(), CUED));
        } else if (isCounted(inside)) {
            out.add(new Candidate(EntityType.PROGRAMME, quote.start(), quote.end(), COUNTED));
        } else if (inside.length() >= 4
                && NameWords.PROGRAMME_BEFORE.longestEnding(
                                text, firstOfChain(sentence, quotes, index).start() - 1, sentence.start())
                        > 0) {
            out.add(new Candidate(EntityType.PROGRAMME, quote.start(), quote.end(), COUNTED - 5));
        }
    }

    /** “甲”“乙”、“丙”工程: what is said behind the last mark holds for all. */
    private static Span lastOfChain(Sentence sentence, List<Span> quotes, int index) {
        int last = index;
        while (last + 1 < quotes.size() && isChained(sentence, quotes.get(last), quotes.get(last + 1))) {
            last++;
        }
        return quotes.get(last);
    }

    private static Span firstOfChain(Sentence sentence, List<Span> quotes, int index) {
        int first = index;
        while (first > 0 && isChained(sentence, quotes.get(first - 1), quotes.get(first))) {
            first--;
        }
        return quotes.get(first);
    }

    private static boolean isChained(Sentence sentence, Span left, Span right) {
        int gap = right.start() - left.end();
        return gap == 2 || (gap == 3 && "、和与及".indexOf(sentence.at(left.end() + 1)) >= 0);
    }

    /** “甲”“乙”等一批便民项目, “甲”惠民助农行动: the cue ends the noun phrase behind the marks. */
    private static boolean isListed(Sentence sentence, int after) {
        int limit = Math.min(sentence.end(), after + 10);
        for (int i = after + 1; i < limit; i++) {
            if (Sentences.isClauseEnd(sentence.at(i)) || "、的“”（）在".indexOf(sentence.at(i)) >= 0) {
                return false;
            }
            if (CAMPAIGN.matchLength(sentence.text(), i, limit) > 1) {
                return true;
            }
        }
        return false;
    }

    /** 1358, 18+3+1: means nothing without the word behind the marks. */
    private static boolean isCode(String inside) {
        for (int i = 0; i < inside.length(); i++) {
            if (!FlatText.isDigit(inside.charAt(i)) && inside.charAt(i) != '+') {
                return false;
            }
        }
        return true;
    }

    /** 甲+乙+丙, 甲—乙—丙: a scheme drawn in words. */
    private static boolean isScheme(String inside) {
        return inside.length() > 6 && !isCode(inside) && (inside.indexOf('+') >= 0 || inside.indexOf('—') >= 0);
    }

    private static boolean isSuffixed(String inside) {
        for (int i = 1; i < inside.length(); i++) {
            if (inside.length() >= 4
                    && NameWords.PROGRAMME_AFTER.matchLength(inside, i, inside.length()) == inside.length() - i
                    && inside.length() - i >= 2) {
                return true;
            }
        }
        return false;
    }

    /** 三个一批, 五星, 1358: a number and a little more is a slogan, and slogans name programmes. */
    private static boolean isCounted(String inside) {
        if (inside.length() > 8) {
            return false;
        }
        int numerals = 0;
        for (int i = 0; i < inside.length(); i++) {
            numerals += NUMERALS.indexOf(inside.charAt(i)) >= 0 || FlatText.isDigit(inside.charAt(i)) ? 1 : 0;
        }
        return numerals >= 2 || (numerals == 1 && inside.length() <= 4 && isNumeral(inside.charAt(0)));
    }

    private static boolean isNumeral(char c) {
        return NUMERALS.indexOf(c) >= 0 && c != '一';
    }

    private static boolean isSpeech(String inside) {
        for (int i = 0; i < inside.length(); i++) {
            if (Sentences.isEnd(inside.charAt(i)) || inside.charAt(i) == '；') {
                return true;
            }
        }
        return false;
    }

    private static void documents(Sentence sentence, List<Candidate> out) {
        int open = -1;
        for (int i = sentence.start(); i < sentence.end(); i++) {
            char c = sentence.at(i);
            if (c == '《') {
                open = i + 1;
            } else if (c == '》' && open > 0) {
                int length = i - open;
                int suffix = DOCUMENT.longestEnding(sentence.text(), i, open);
                if (length <= LONGEST_DOCUMENT && suffix > 0 && suffix < length) {
                    out.add(new Candidate(EntityType.PROGRAMME, open, i, CUED + 10));
                }
                open = -1;
            }
        }
    }
}
