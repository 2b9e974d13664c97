package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Token;
import java.util.List;

/**
 * Finds what a figure measures: the nouns behind it (41个省市重点项目) or the phrase before it (总投资3105亿元). One object per
 * sentence; {@code entities} are that sentence's names, which are subjects rather than indicators.
 */
final class IndicatorReader {
    private static final int LONGEST = 20;
    private static final int LONGEST_REST = 16;

    private final Sentence sentence;
    private final List<Span> periods;
    private final List<Candidate> entities;

    IndicatorReader(Sentence sentence, List<Span> periods, List<Candidate> entities) {
        this.sentence = sentence;
        this.periods = periods;
        this.entities = entities;
    }

    /** The phrase before a figure that starts at {@code end}, not reaching over {@code floor}; may be empty. */
    Span before(int floor, int end) {
        int from = end;
        int depth = 0;
        while (from > floor) {
            char c = sentence.at(from - 1);
            if (c == '）') {
                depth++;
            } else if (c == '（') {
                depth--;
            }
            if (depth < 0 || (depth == 0 && (Sentences.isClauseEnd(c) || c == '、' || c == ' '))) {
                break;
            }
            from--;
        }
        if (depth > 0) {
            from = Math.max(from, sentence.lastIndexOf('）', end) + 1);
        }
        return trimmed(new Span(from, end));
    }

    private Span trimmed(Span span) {
        int start = span.start();
        int end = trimTail(start, span.end());
        int list = sentence.lastIndexOf('等', end - 2);
        if (list >= start && list + 1 < end && sentence.at(list + 1) != '级') {
            start = list + 1;
        }
        for (int next = trimLead(start, end); next != start; next = trimLead(start, end)) {
            start = next;
        }
        if (end - start > LONGEST) {
            start = tokenStart(end - LONGEST);
        }
        return new Span(start, Math.max(start, end));
    }

    private int trimTail(int start, int end) {
        int at = end;
        while (at > start) {
            int length = FigureWords.tailLength(sentence.text(), at, start);
            if (length == 0) {
                break;
            }
            at -= length;
        }
        return at;
    }

    private int trimLead(int start, int end) {
        for (Span period : periods) {
            if (period.start() == start && period.end() < end) {
                return period.end();
            }
        }
        for (Candidate entity : entities) {
            if (entity.start() <= start && entity.end() > start && entity.end() < end && isSubject(entity.type())) {
                return entity.end();
            }
        }
        int length = FigureWords.leadLength(sentence.text(), start, end);
        return start + length <= end ? start + length : start;
    }

    private static boolean isSubject(EntityType type) {
        return type == EntityType.PLACE
                || type == EntityType.ORGANIZATION
                || type == EntityType.PERSON
                || type == EntityType.PLATFORM;
    }

    private int tokenStart(int position) {
        int index = sentence.tokenAt(position);
        if (index >= sentence.tokens().size()) {
            return position;
        }
        Token token = sentence.tokens().get(index);
        return token.start() < position ? token.end() : token.start();
    }

    /** The noun phrase that starts at {@code from}; empty where a verb, particle or punctuation follows the unit. */
    Span behind(int from) {
        int start = sentence.at(from) == '的' ? from + 1 : from;
        int end = start;
        boolean first = true;
        boolean noun = false;
        for (int i = sentence.tokenAt(start); i < sentence.tokens().size(); i++) {
            Token token = sentence.tokens().get(i);
            if (token.start() < start) {
                if (token.end() > start) {
                    end = token.end();
                    first = false;
                }
                continue;
            }
            if (token.end() - start > LONGEST || !continues(token, i, first, noun)) {
                break;
            }
            end = token.end();
            first = false;
            noun |= token.tag().startsWith("n");
        }
        while (end > start && sentence.at(end - 1) == '的') {
            end--;
        }
        return new Span(start, end);
    }

    /** 36个100万以上项目: what is counted is itself described by a number. */
    Span described(int from) {
        int end = from;
        if (FlatText.isDigit(sentence.at(from)) || "亿万".indexOf(sentence.at(from)) >= 0) {
            while (end < sentence.end()
                    && end - from < LONGEST
                    && !Sentences.isClauseEnd(sentence.at(end))
                    && sentence.at(end) != '、') {
                end++;
            }
        }
        return new Span(from, end);
    }

    boolean endsInNoun(Span span) {
        int index = sentence.tokenAt(span.end() - 1);
        return span.end() > span.start()
                && index < sentence.tokens().size()
                && sentence.tokens().get(index).tag().startsWith("n");
    }

    private boolean continues(Token token, int index, boolean first, boolean noun) {
        char c = token.text().charAt(0);
        if (first && "已新拟".indexOf(c) >= 0 && token.text().length() == 1) {
            return true;
        }
        if (c == '“' || c == '”' || c == '·') {
            return true;
        }
        if (Sentences.isClauseEnd(c) || "、（）《》 ".indexOf(c) >= 0 || FlatText.isDigit(c)) {
            return false;
        }
        String tag = token.tag();
        if (tag.startsWith("n")
                || tag.startsWith("g")
                || tag.equals("vn")
                || tag.startsWith("j")
                || tag.startsWith("b")
                || tag.startsWith("a")
                || tag.startsWith("s")
                || tag.startsWith("k")
                || tag.startsWith("h")
                || tag.equals("l")
                || tag.equals("i")
                || tag.equals("x")
                || tag.equals("z")) {
            return true;
        }
        if (c == '的') {
            return !first;
        }
        return tag.startsWith("v") && !noun && followedByNoun(index + 1);
    }

    /** 建成园区, 谋划园区: a verb between the unit and its noun belongs to the noun. */
    private boolean followedByNoun(int index) {
        if (index >= sentence.tokens().size()) {
            return false;
        }
        Token next = sentence.tokens().get(index);
        return (next.tag().startsWith("n") || next.tag().equals("vn"))
                && !sentence.tokens().get(index - 1).text().equals("是");
    }

    /** What the clause still says behind a noun phrase (6个项目|开工建设), if short and without another figure. */
    Span rest(int from) {
        int end = from;
        while (end < sentence.end() && end - from <= LONGEST_REST) {
            char c = sentence.at(end);
            if (Sentences.isClauseEnd(c) || "、”（）".indexOf(c) >= 0) {
                return new Span(from, end);
            }
            if (FlatText.isDigit(c)) {
                break;
            }
            end++;
        }
        return end >= sentence.end() && end - from <= LONGEST_REST ? new Span(from, end) : new Span(from, from);
    }
}
