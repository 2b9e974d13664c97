package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Thesaurus;
import dev.broadsheet.chinese.Token;
import java.util.List;

/**
 * What stands farther off than its neighbours and still tells of a name: the words beyond its quotation marks, over a chain of quotations
 * (推出“甲”“乙”等服务), and the noun that says what a list is of (甲、乙等12个项目, 甲、乙两项制度). Not thread-safe.
 */
final class BeyondClues {
    private static final int LONGEST_QUOTE = 20;
    private static final int MOST_QUOTES = 9;
    private static final int MOST_WORDS = 8;
    private static final int LEFT = 0;
    private static final int RIGHT = 1;
    private static final int NOWHERE = -1;
    private static final int ENDING = 1;
    private static final int MEANING = 2;
    private static final String JOINTS = "、和与及";
    private static final String MARKS_BEHIND = "”’》";
    private static final String CLAUSE_ENDS = "，。；：！？";
    private static final String NOUNS = "njli";
    /** First letters of the tags of words that stand before the noun. */
    private static final String BEFORE_NOUNS = "mqabvgh";

    private static final String COUNTERS = "大项个条种类";

    private final Sentence sentence;
    private final ClueBuffer out;
    /** Of each word the first word of what ends the list around it, or {@link #NOWHERE}. */
    private final int[] lists;

    private boolean hasLists;
    /** The list asked for last, as {@link #lists} has it, and its clues: all members ask for the same. */
    private int lastList = NOWHERE;

    private long[] ofLastList = {};

    BeyondClues(Sentence sentence, ClueBuffer out) {
        this.sentence = sentence;
        this.out = out;
        this.lists = new int[sentence.tokens().size()];
        findLists(sentence.tokens());
    }

    private void findLists(List<Token> words) {
        int list = NOWHERE;
        for (int i = words.size() - 1; i >= 0; i--) {
            String word = words.get(i).text();
            if (CLAUSE_ENDS.indexOf(word.charAt(0)) >= 0) {
                list = NOWHERE;
            }
            lists[i] = list;
            if (word.equals("等")) {
                list = i + 1;
                hasLists = true;
            } else if (i > 0 && isCount(words, i) && isListed(words.get(i - 1))) {
                lists[i] = i;
                list = i;
                hasLists = true;
            }
        }
    }

    /** 两|项, 六|大. */
    private static boolean isCount(List<Token> words, int index) {
        if (words.get(index).tag().charAt(0) != 'm' || index + 1 == words.size()) {
            return false;
        }
        Token counter = words.get(index + 1);
        return counter.tag().charAt(0) == 'q' || COUNTERS.indexOf(counter.text().charAt(0)) >= 0;
    }

    private static boolean isListed(Token word) {
        return word.tag().charAt(0) == 'n' || word.text().equals("”");
    }

    /** @param mark where a mark opens right before the stretch */
    void before(int mark) {
        int at = mark;
        for (int quotes = 0; quotes < MOST_QUOTES; quotes++) {
            int close = JOINTS.indexOf(sentence.at(at - 1)) >= 0 ? at - 2 : at - 1;
            int open = sentence.at(close) == '”' ? opening(close) : NOWHERE;
            if (open == NOWHERE) {
                break;
            }
            at = open;
        }
        beyond(LEFT, at - 1);
    }

    /** @param end behind the mark that closes right behind the stretch */
    void behind(int end) {
        int at = end;
        for (int quotes = 0; quotes < MOST_QUOTES; quotes++) {
            int open = JOINTS.indexOf(sentence.at(at)) >= 0 ? at + 1 : at;
            int close = sentence.at(open) == '“' ? closing(open) : NOWHERE;
            if (close == NOWHERE) {
                break;
            }
            at = close + 1;
        }
        beyond(RIGHT, at);
        if (sentence.at(at) != 0 && sentence.at(at) != '等') {
            head(sentence.tokenAt(at), Clue.MARKED_HEAD, Clue.MARKED_KIND);
        }
    }

    private int opening(int close) {
        int open = close - 1;
        while (open > close - LONGEST_QUOTE - 2 && sentence.at(open) != 0) {
            if (sentence.at(open) == '“') {
                return open;
            }
            open--;
        }
        return NOWHERE;
    }

    private int closing(int open) {
        int close = open + 1;
        while (close < open + LONGEST_QUOTE + 2 && sentence.at(close) != 0) {
            if (sentence.at(close) == '”') {
                return close;
            }
            close++;
        }
        return NOWHERE;
    }

    private void beyond(int side, int at) {
        if (sentence.at(at) == 0) {
            out.add(Clue.BEYOND_TAG.of(side, 1));
            return;
        }
        Token word = sentence.tokens().get(sentence.tokenAt(at));
        if (side == LEFT) {
            out.add(Clue.BEYOND_LEFT.of(WordClues.tail(word.text())));
        } else {
            out.add(Clue.BEYOND_RIGHT.of(word.text()));
        }
        out.add(Clue.BEYOND_TAG.of(side, WordClues.tag(word)));
        int minor = NameWords.THESAURUS.minor(word.text());
        if (minor > 0) {
            out.add(Clue.BEYOND_MEANING.of(side, Thesaurus.middle(minor)));
        }
    }

    /** What the list is of that goes on, or ends, behind a stretch. */
    void listed(int end) {
        if (!hasLists) {
            return;
        }
        int at = MARKS_BEHIND.indexOf(sentence.at(end)) >= 0 ? end + 1 : end;
        int word = sentence.tokenAt(at);
        if (sentence.at(at) == 0 || word >= lists.length) {
            return;
        }
        int list = switch (sentence.at(at)) {
            case '等' -> word + 1;
            case '、', '“' -> lists[word];
            default -> lists[word] == word ? word : NOWHERE;
        };
        if (list == NOWHERE) {
            return;
        }
        if (list != lastList) {
            int first = out.size();
            head(list, Clue.LIST_HEAD, Clue.LIST_KIND);
            lastList = list;
            ofLastList = out.copyFrom(first);
            return;
        }
        for (long clue : ofLastList) {
            out.add(clue);
        }
    }

    /** The last noun of a phrase that begins with the word {@code from}: itself, how names end so, its kind of meaning. */
    private void head(int from, Clue itself, Clue kind) {
        int last = NOWHERE;
        for (int i = from; i < Math.min(from + MOST_WORDS, lists.length); i++) {
            String tag = sentence.tokens().get(i).tag();
            if (NOUNS.indexOf(tag.charAt(0)) >= 0 || tag.equals("vn")) {
                last = i;
            } else if (BEFORE_NOUNS.indexOf(tag.charAt(0)) < 0) {
                break;
            }
        }
        if (last == NOWHERE) {
            return;
        }
        Token noun = sentence.tokens().get(last);
        out.add(itself.of(WordClues.tail(noun.text())));
        long endings = NameWords.ENDINGS.at(sentence.text(), noun.end(), sentence.start());
        for (int ending = 0; ending < Endings.NOTHING; ending++) {
            if (Endings.length(endings, ending) > 0) {
                out.add(kind.of(ENDING, ending));
            }
        }
        int minor = NameWords.THESAURUS.minor(noun.text());
        if (minor > 0) {
            out.add(kind.of(MEANING, Thesaurus.middle(minor)));
        }
    }
}
