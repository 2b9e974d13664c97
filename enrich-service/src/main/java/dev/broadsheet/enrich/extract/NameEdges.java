package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Token;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds where a name that ends in a known suffix begins, by walking left over words that can stand inside a name. Stateless. */
final class NameEdges {
    private static final Table WORDS = Table.read("name-edges.tsv", 2);
    private static final int STOP = 1;
    private static final int STOP_VERB = 2;
    private static final int GENERIC = 4;
    /** What each word is of the three, a bit for each. */
    private static final Map<String, Integer> KINDS = kinds();

    private static final Lexicon KNOWN = Lexicon.of(KINDS.keySet());
    private static final int[] KINDS_BY_ROW =
            KINDS.values().stream().mapToInt(Integer::intValue).toArray();
    private static final Lexicon AND = Lexicon.of(WORDS.group("and"));
    private static final int LONGEST_BRACKET = 6;
    private static final int LONGEST_QUOTE = 16;
    private static final int LONGEST_AND = 10;

    private NameEdges() {}

    private static Map<String, Integer> kinds() {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        WORDS.group("stop").forEach(word -> kinds.merge(word, STOP, (a, b) -> a | b));
        WORDS.group("stop-verb").forEach(word -> kinds.merge(word, STOP_VERB, (a, b) -> a | b));
        WORDS.group("generic").forEach(word -> kinds.merge(word, GENERIC, (a, b) -> a | b));
        WORDS.group("never").forEach(word -> kinds.merge(word, STOP, (a, b) -> a | b));
        return Collections.unmodifiableMap(kinds);
    }

    private static boolean isAny(String word, int kinds) {
        int row = KNOWN.row(word, 0, word.length());
        return row >= 0 && (KINDS_BY_ROW[row] & kinds) != 0;
    }

    /** Start of the name whose suffix starts at {@code suffix}; equals {@code suffix} where nothing can precede it; -1 after a count. */
    static int left(Sentence sentence, int suffix, int floor, int longest, boolean times) {
        int index = sentence.tokenAt(suffix);
        int edge = suffix;
        if (index < sentence.tokens().size() && sentence.tokens().get(index).start() < suffix) {
            edge = sentence.tokens().get(index).start();
        }
        int i = index - 1;
        while (i >= 0) {
            Token token = sentence.tokens().get(i);
            if (token.start() < floor || suffix - token.start() > longest) {
                break;
            }
            int opening = opening(sentence, token);
            if (opening >= floor) {
                edge = opening;
                i = sentence.tokenAt(opening) - 1;
                continue;
            }
            int joined = joined(sentence, token, floor);
            if (joined >= 0) {
                edge = joined;
                i = sentence.tokenAt(joined) - 1;
                continue;
            }
            if (isCount(sentence, i)) {
                return -1;
            }
            if (!isInside(token, times) && !isJoinedBy(sentence, i) && !isNumbered(sentence, i)) {
                break;
            }
            edge = token.start();
            i--;
        }
        return edge;
    }

    /** 科技创新暨培育骨干企业会议: behind 暨 the name goes on with a verb. */
    private static boolean isJoinedBy(Sentence sentence, int index) {
        return index > 0 && sentence.tokens().get(index - 1).text().equals("暨");
    }

    /** The 八 of 第八人民医院. */
    private static boolean isNumbered(Sentence sentence, int index) {
        return index > 0
                && sentence.tokens().get(index).tag().startsWith("m")
                && sentence.tokens().get(index - 1).text().equals("第");
    }

    private static boolean isCount(Sentence sentence, int index) {
        Token token = sentence.tokens().get(index);
        return token.tag().equals("q")
                && index > 0
                && sentence.tokens().get(index - 1).tag().startsWith("m")
                && !isOrdinal(sentence, index);
    }

    private static boolean isOrdinal(Sentence sentence, int index) {
        return (index > 1 && sentence.tokens().get(index - 2).text().equals("第"))
                || sentence.tokens().get(index - 1).text().startsWith("第")
                || "届次年月日".contains(sentence.tokens().get(index).text());
    }

    private static boolean isInside(Token token, boolean times) {
        String text = token.text();
        String tag = token.tag();
        if (isAny(text, tag.startsWith("vn") || tag.startsWith("n") ? STOP : STOP | STOP_VERB)) {
            return false;
        }
        if (text.equals("·") || text.equals("暨")) {
            return true;
        }
        return switch (tag.charAt(0)) {
            case 'd' -> text.length() == 1;
            case 'w', 'p', 'u', 'c', 'r', 'y', 'e', 'o' -> false;
            case 'm' -> times || text.length() > 1 || "第两".contains(text);
            case 't' -> times || text.equals("现代"); // 现代农业产业园
            default -> true;
        };
    }

    /** Start of the bracket or quotation that ends with this token, or -1. */
    private static int opening(Sentence sentence, Token token) {
        if (token.text().equals("）")) {
            int open = sentence.lastIndexOf('（', token.start());
            return open >= sentence.start() && token.start() - open <= LONGEST_BRACKET + 1 ? open : -1;
        }
        if (token.text().equals("”")) {
            int open = sentence.lastIndexOf('“', token.start());
            return open >= sentence.start() && token.start() - open <= LONGEST_QUOTE + 1 ? open : -1;
        }
        return -1;
    }

    /** Start of 自然资源和规划 and the like that ends with this token, or -1. */
    private static int joined(Sentence sentence, Token token, int floor) {
        for (int start = token.end() - 3; start >= Math.max(floor, token.end() - LONGEST_AND - 2); start--) {
            if (AND.matchLength(sentence.text(), start, token.end()) == token.end() - start) {
                return start;
            }
        }
        return -1;
    }

    /** Drops leading words that no name starts with: verbs, adverbs, counters, 各, 全. */
    static int trimmed(Sentence sentence, int edge, int suffix) {
        int start = edge;
        for (int i = sentence.tokenAt(edge); i < sentence.tokens().size(); i++) {
            Token token = sentence.tokens().get(i);
            if (token.start() >= suffix || token.start() != start) {
                break;
            }
            char tag = token.tag().charAt(0);
            boolean drop = isAny(token.text(), STOP)
                    || (tag == 'v' && token.text().length() > 1 && !token.tag().equals("vn"))
                    || (tag == 'd' && token.text().length() > 1)
                    || (tag == 'f' && !opens(sentence, i))
                    || (tag == 'q' && isCounted(sentence, i));
            if (!drop) {
                break;
            }
            start = token.end();
        }
        return start;
    }

    /** Without a number before it, it is of a word that the segmenter does not know: 针对|天/q|霖集团. */
    private static boolean isCounted(Sentence sentence, int index) {
        return index > 0 && "mr".indexOf(sentence.tokens().get(index - 1).tag().charAt(0)) >= 0;
    }

    /** 、|东/f|海集团: behind a mark it does not tell where. */
    private static boolean opens(Sentence sentence, int index) {
        return index == 0 || sentence.tokens().get(index - 1).tag().startsWith("w");
    }

    /** Whether something between the two is like a proper name: a place, Latin letters, an unknown word in single characters. */
    static boolean isNamed(Sentence sentence, int from, int to, List<Candidate> places) {
        for (Candidate place : places) {
            if (place.start() >= from && place.end() <= to) {
                return true;
            }
        }
        int singles = 0;
        for (int i = sentence.tokenAt(from); i < sentence.tokens().size(); i++) {
            Token token = sentence.tokens().get(i);
            if (token.start() >= to) {
                break;
            }
            if (isProper(token)) {
                return true;
            }
            singles = isSingle(token) ? singles + 1 : 0;
            if (singles >= 2) {
                return true;
            }
        }
        return false;
    }

    /** A place, a person, Latin letters. */
    static boolean isProper(Token word) {
        String tag = word.tag();
        return tag.startsWith("nr")
                || tag.startsWith("ns")
                || tag.startsWith("nt")
                || tag.startsWith("nz")
                || isLatin(word.text().charAt(0))
                || word.text().equals("·")
                || word.text().equals("”");
    }

    /** One Han character that does not only describe; two such words are mostly one that the segmenter does not know. */
    static boolean isSingle(Token word) {
        return word.text().length() == 1 && PersonNames.isHan(word.text().charAt(0)) && !isAny(word.text(), GENERIC);
    }

    /** Whether all words between the two only describe (重大产业). */
    static boolean isGeneric(Sentence sentence, int from, int to) {
        for (int i = sentence.tokenAt(from); i < sentence.tokens().size(); i++) {
            Token token = sentence.tokens().get(i);
            if (token.start() >= to) {
                break;
            }
            if (!isGeneric(token)) {
                return false;
            }
        }
        return true;
    }

    static boolean isGeneric(Token word) {
        return isAny(word.text(), GENERIC | STOP);
    }

    static boolean isLatin(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    static boolean isStop(String word) {
        return isAny(word, STOP | STOP_VERB);
    }
}
