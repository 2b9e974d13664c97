package dev.broadsheet.enrich.extract;

import java.util.List;

/**
 * A ceremony that is held for one work is that work's (某某水库项目|开工仪式): who follows works wants to know that it has begun. One for many, or for a
 * kind of work (重大项目集中开工仪式), names none, and stays an event. Stateless.
 */
final class Ceremonies {
    private static final Lexicon HELD =
            Lexicon.of(Table.read("name-edges.tsv", 2).group("ceremony"));

    private Ceremonies() {}

    /** The picked name, or the work that the rules hold for one within this ceremony's name. */
    static Candidate work(Sentence sentence, Candidate picked, List<Candidate> rules) {
        if (picked.type() != EntityType.EVENT) {
            return picked;
        }
        for (Candidate rule : rules) {
            if (rule.type() == EntityType.PROJECT
                    && rule.start() == picked.start()
                    && rule.end() < picked.end()
                    && HELD.matchLength(sentence.text(), rule.end(), picked.end()) == picked.end() - rule.end()) {
                return rule;
            }
        }
        return picked;
    }
}
