package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Token;
import java.util.Arrays;
import java.util.List;

/** The stretches of one sentence that may be names: what the rules say, and everything else that has a name's edges. */
final class Proposals {
    private static final int LONGEST = 26;
    private static final int MOST_WORDS_SUFFIXED = 12;
    private static final int MOST_WORDS = 4;
    private static final int LONGEST_WORDS = 10;
    private static final int LONGEST_BRACKET = 6;
    private static final int LONGEST_QUOTE = 20;
    private static final int LONGEST_DOCUMENT = 40;
    private static final CharacterSet NAME_ENDS =
            CharacterSet.of("局厅委部院校站所队社会科处室司署办馆店行厂矿场园团组网报台坊楼城桥江山湖寺庙塔村沟岭峰洞关湾岛区县市镇乡省路街道巷河库庄屯寨店源法案条例划略节赛展心台厦庭宫");

    private final Sentence sentence;
    private final MarkPairs marks;
    /** Of each word: whether no name holds it. */
    private final boolean[] never;

    private long[] spans = new long[64];
    private int size;

    private Proposals(Sentence sentence) {
        this.sentence = sentence;
        this.marks = new MarkPairs(sentence);
        this.never = ClauseWords.of(sentence);
    }

    /** Start and end of each stretch, packed, ascending, without repeats. */
    static long[] of(Sentence sentence, List<Candidate> rules, Names names) {
        Proposals proposals = new Proposals(sentence);
        for (Candidate candidate : rules) {
            if (candidate.length() > 1) {
                proposals.put(candidate.start(), candidate.end());
            }
        }
        proposals.words();
        proposals.suffixed();
        new ListItems(sentence, proposals.never, proposals::add).propose();
        proposals.persons();
        proposals.marked('“', '”', LONGEST_QUOTE);
        proposals.marked('‘', '’', LONGEST_QUOTE);
        proposals.marked('《', '》', LONGEST_DOCUMENT);
        proposals.matches(names.quoted());
        proposals.matches(NameWords.KNOWN);
        return proposals.distinct();
    }

    static long span(int start, int end) {
        return ((long) start << 32) | end;
    }

    static int start(long span) {
        return (int) (span >>> 32);
    }

    static int end(long span) {
        return (int) span;
    }

    /** What is no name of the rules: two characters at least, and no mark without its partner. */
    private void add(int start, int end) {
        if (end - start > 1 && start >= sentence.start() && end <= sentence.end() && !marks.tears(start, end)) {
            put(start, end);
        }
    }

    private void put(int start, int end) {
        if (start < sentence.start() || end > sentence.end()) {
            return;
        }
        if (size == spans.length) {
            spans = Arrays.copyOf(spans, size * 2);
        }
        spans[size++] = span(start, end);
    }

    private long[] distinct() {
        Arrays.sort(spans, 0, size);
        int n = 0;
        for (int i = 0; i < size; i++) {
            if (n == 0 || spans[n - 1] != spans[i]) {
                spans[n++] = spans[i];
            }
        }
        return Arrays.copyOf(spans, n);
    }

    /** One to four words without punctuation or grammar at the edges. */
    private void words() {
        List<Token> tokens = sentence.tokens();
        boolean[] grammar = new boolean[tokens.size()];
        for (int i = 0; i < grammar.length; i++) {
            grammar[i] = never[i] || isGrammar(tokens.get(i));
        }
        for (int i = 0; i < tokens.size(); i++) {
            if (grammar[i]) {
                continue;
            }
            int start = tokens.get(i).start();
            for (int j = i; j < Math.min(tokens.size(), i + MOST_WORDS); j++) {
                Token last = tokens.get(j);
                if (grammar[j] || last.end() - start > LONGEST_WORDS) {
                    break;
                }
                add(start, last.end());
            }
        }
    }

    private static boolean isGrammar(Token token) {
        return "wupcyeo".indexOf(token.tag().charAt(0)) >= 0;
    }

    /** From each word that may open it to a suffix. */
    private void suffixed() {
        String text = sentence.text();
        for (int i = sentence.start() + 1; i < sentence.end(); i++) {
            if (NAME_ENDS.has(text.charAt(i)) || NameWords.ENDINGS.isName(text, i + 1, sentence.start())) {
                endingAt(i + 1);
                if (sentence.at(i + 1) == '”') {
                    endingAt(i + 2); // 第四届“双河论坛”
                }
            }
        }
    }

    private void endingAt(int end) {
        int close = sentence.at(end) == '（' ? sentence.indexOf('）', end) : -1;
        List<Token> tokens = sentence.tokens();
        int last = sentence.tokenAt(end - 1);
        int quotes = 0;
        for (int t = last; t >= Math.max(0, last - MOST_WORDS_SUFFIXED); t--) {
            Token token = tokens.get(t);
            quotes += quoteChange(token);
            boolean clause = never[t] && quotes == 0 && token.end() <= end; // not 会上 behind 推进
            if (clause
                    || end - token.start() > LONGEST
                    || isBreak(token.text())
                    || token.text().equals("的")) {
                break;
            }
            add(token.start(), end);
            if (close > 0 && close <= end + LONGEST_BRACKET) {
                add(token.start(), close + 1);
            }
        }
    }

    /** One more quotation is open on the way back, or one less. */
    private static int quoteChange(Token token) {
        return switch (token.text()) {
            case "”" -> 1;
            case "“" -> -1;
            default -> 0;
        };
    }

    static boolean isBreak(String word) {
        return word.length() == 1 && "，。；：！？、【】…●■◆▲△※".indexOf(word.charAt(0)) >= 0;
    }

    private void persons() {
        String text = sentence.text();
        for (int i = sentence.start(); i < sentence.end(); i++) {
            int surname = PersonNames.anySurnameLength(text, i, sentence.end());
            if (surname > 0) {
                for (int given = 1; given <= 2; given++) {
                    int end = i + surname + given;
                    if (end <= sentence.end() && PersonNames.isGivenName(text, i, end)) {
                        add(i, end);
                    }
                }
            }
            if (text.charAt(i) == '·'
                    && PersonNames.isHan(sentence.at(i - 1))
                    && PersonNames.isHan(sentence.at(i + 1))) {
                dotted(i);
            }
        }
    }

    /** 阿依古丽·买买提: Han characters on both sides of middle dots, ends at words. */
    private void dotted(int dot) {
        int start = dot;
        while (start > sentence.start() && dot - start < 8 && isNameChar(sentence.at(start - 1))) {
            start--;
        }
        for (int from = dot - 1; from >= start; from--) {
            for (int to = dot + 2; to <= Math.min(sentence.end(), dot + 9) && isNameChar(sentence.at(to - 1)); to++) {
                if (isWordEdge(from) && isWordEdge(to) && !isDot(from) && !isDot(to - 1)) {
                    add(from, to);
                }
            }
        }
    }

    private boolean isWordEdge(int at) {
        int index = sentence.tokenAt(at);
        return index >= sentence.tokens().size() || sentence.tokens().get(index).start() == at;
    }

    private boolean isDot(int at) {
        return sentence.at(at) == '·';
    }

    private static boolean isNameChar(char c) {
        return c == '·' || PersonNames.isHan(c);
    }

    private void marked(char open, char close, int longest) {
        int from = -1;
        for (int i = sentence.start(); i < sentence.end(); i++) {
            char c = sentence.at(i);
            if (c == open) {
                from = i + 1;
            } else if (c == close && from >= 0) {
                if (i - from <= longest) {
                    add(from, i);
                }
                from = -1;
            }
        }
    }

    private void matches(Lexicon names) {
        for (int i = sentence.start(); i < sentence.end(); i++) {
            int length = names.matchLength(sentence.text(), i, sentence.end());
            if (length > 0) {
                put(i, i + length);
            }
        }
    }
}
