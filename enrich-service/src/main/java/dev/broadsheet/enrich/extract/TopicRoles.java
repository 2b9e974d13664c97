package dev.broadsheet.enrich.extract;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Tells what a sentence makes of something that it names. Stateless. */
final class TopicRoles {
    private static final int INTRODUCTION = 3;
    /** How far behind a name its clause is looked through. */
    private static final int REACH = 24;

    private static final String PREPOSITIONS = "在对向为与从由到于给被和至往";

    private TopicRoles() {}

    /**
     * @param start where it is named, to {@code end}
     * @param other whether another word stands for it
     */
    static Set<TopicRole> of(Sentence sentence, List<Candidate> names, int start, int end, boolean other) {
        Set<TopicRole> roles = EnumSet.noneOf(TopicRole.class);
        addIf(PREPOSITIONS.indexOf(sentence.at(start - 1)) >= 0, TopicRole.GOVERNED, roles);
        addIf(speaks(sentence, end), TopicRole.SPEAKS, roles);
        addIf(
                sentence.text().startsWith("记者从", Math.max(sentence.start(), start - INTRODUCTION)),
                TopicRole.SOURCE,
                roles);
        addIf(sentence.at(end) == '的', TopicRole.OWNS, roles);
        addIf(other, TopicRole.OTHER, roles);
        addIf(sentence.lastIndexOf('“', start) > sentence.lastIndexOf('”', start), TopicRole.QUOTED, roles);
        int limit = clauseEnd(sentence, end);
        addIf(reports(sentence, end, limit), TopicRole.REPORTS, roles);
        addIf(names.stream().anyMatch(name -> isPersonIn(name, end, limit)), TopicRole.INTRODUCES, roles);
        return roles;
    }

    private static void addIf(boolean yes, TopicRole role, Set<TopicRole> roles) {
        if (yes) {
            roles.add(role);
        }
    }

    private static boolean speaks(Sentence sentence, int at) {
        return NameWords.SPEECH.matchLength(sentence.text(), at, sentence.end()) > 0;
    }

    private static int clauseEnd(Sentence sentence, int from) {
        int end = from;
        while (end < sentence.end() && end - from < REACH && !Sentences.isClauseEnd(sentence.at(end))) {
            end++;
        }
        return end;
    }

    private static boolean reports(Sentence sentence, int from, int limit) {
        for (int i = from; i < limit; i++) {
            if (speaks(sentence, i) || TopicWords.TELLS.matchLength(sentence.text(), i, limit) > 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPersonIn(Candidate name, int from, int limit) {
        return name.type() == EntityType.PERSON && name.start() >= from && name.end() <= limit;
    }
}
