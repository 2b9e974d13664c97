package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Token;
import java.util.List;

/**
 * Persons: byline names wherever they stand, names behind a title (书记某某), before a verb of speech (某某说), with an address (某女士).
 * Stateless.
 */
final class PersonSource {
    /** The weight of a name of a byline: there is no doubt about it. */
    static final int SURE = 100;

    private static final int CUED = 80;

    private PersonSource() {}

    static void add(Sentence sentence, Names names, List<Candidate> out) {
        String text = sentence.text();
        for (int i = sentence.start(); i < sentence.end(); i++) {
            int known = names.personLength(text, i, sentence.end());
            if (known > 0) {
                out.add(new Candidate(EntityType.PERSON, i, i + known, SURE));
                continue;
            }
            int body = names.bodyLength(text, i, sentence.end());
            if (body > 0 && sentence.at(i - 1) == '（') {
                out.add(new Candidate(EntityType.ORGANIZATION, i, i + body, SURE));
                continue;
            }
            int surname = PersonNames.surnameLength(text, i, sentence.end());
            if (surname > 0) {
                addressed(sentence, i, surname, out);
                cued(sentence, i, surname, out);
            }
        }
    }

    private static void addressed(Sentence sentence, int at, int surname, List<Candidate> out) {
        int length = NameWords.ADDRESS.matchLength(sentence.text(), at + surname, sentence.end());
        boolean free = !isInsideWord(sentence, at);
        if (length >= 2 && free && !PersonNames.startsOtherWord(sentence.text(), at, sentence.end())) {
            out.add(new Candidate(EntityType.PERSON, at, at + surname + length, CUED - 10));
        }
    }

    private static void cued(Sentence sentence, int at, int surname, List<Candidate> out) {
        String text = sentence.text();
        if (PersonNames.startsOtherWord(text, at, sentence.end())) {
            return;
        }
        boolean title = NameWords.TITLE_ENDS.longestEnding(text, at, sentence.start()) > 0;
        boolean opens = isOpening(sentence, at);
        if (!title && !opens) {
            return;
        }
        for (int given = 2; given >= 1; given--) {
            int end = at + surname + given;
            if (end > sentence.end()
                    || !PersonNames.isGivenName(text, at + surname, end)
                    || startsWord(sentence, at, end)) {
                continue;
            }
            if (!PersonNames.holdsFunctionWord(text, at + surname, end) && isFollowed(sentence, end, title, given)) {
                out.add(new Candidate(EntityType.PERSON, at, end, CUED + given));
                return;
            }
        }
    }

    /** Behind a title a name may end at any clear break; without one only a verb of speech makes it a name. */
    private static boolean isFollowed(Sentence sentence, int end, boolean title, int given) {
        char next = sentence.at(end);
        if (NameWords.SPEECH.matchLength(sentence.text(), end, sentence.end()) > 0) {
            return next != '称' || title;
        }
        if (!title) {
            return false;
        }
        int token = sentence.tokenAt(end);
        boolean boundary = token >= sentence.tokens().size()
                || sentence.tokens().get(token).start() >= end;
        return boundary
                && (next == 0
                        || "，。、；：（）”“的等在向对和与从把将是为！？ ".indexOf(next) >= 0
                        || (given == 2 && sentence.tokens().get(token).text().length() >= 2));
    }

    private static boolean isOpening(Sentence sentence, int at) {
        char before = sentence.at(at - 1);
        return before == 0 || "，。、；：（）”“？！ ".indexOf(before) >= 0;
    }

    private static boolean isInsideWord(Sentence sentence, int at) {
        int index = sentence.tokenAt(at);
        return index < sentence.tokens().size() && sentence.tokens().get(index).start() < at;
    }

    /** 宣讲团, 宿舍: the segmenter sees an ordinary word where the name would start, and nobody speaks. */
    private static boolean startsWord(Sentence sentence, int at, int end) {
        int index = sentence.tokenAt(at);
        if (index >= sentence.tokens().size()) {
            return false;
        }
        Token token = sentence.tokens().get(index);
        return token.start() == at
                && token.text().length() >= 2
                && !token.tag().startsWith("nr")
                && NameWords.SPEECH.matchLength(sentence.text(), end, sentence.end()) == 0;
    }
}
