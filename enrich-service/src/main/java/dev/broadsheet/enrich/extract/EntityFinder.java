package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Divisions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the candidates of every source for one sentence and picks the best that do not overlap. Thread-safe. */
final class EntityFinder {
    private static final List<List<String>> KNOWN =
            Table.read("known-names.tsv", 2).rows();
    private static final Lexicon KNOWN_WORDS =
            Lexicon.of(KNOWN.stream().map(row -> row.get(0)).toList());
    private static final int KNOWN_WEIGHT = 48;

    /** The weight of a name that the model picked. */
    static final int LEARNED = 40;

    private final Vocabulary vocabulary;
    private final PlaceSource places;
    private final NamePicker picker;

    /** Without an operator's vocabulary. */
    EntityFinder(Divisions divisions, NameWeights weights) {
        this(divisions, weights, Vocabulary.NONE);
    }

    EntityFinder(Divisions divisions, NameWeights weights, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.places = new PlaceSource(divisions);
        this.picker = new NamePicker(weights, divisions);
    }

    /** The names of a sentence, in reading order. */
    List<Candidate> find(Sentence sentence, Names names) {
        List<Candidate> rules = rules(sentence, names);
        List<Candidate> picked = new ArrayList<>(picker.pick(sentence, rules, names));
        picked.replaceAll(name -> Ceremonies.work(sentence, name, rules));
        picked.addAll(owners(rules, picked));
        picked.sort(Candidate.IN_READING_ORDER);
        return picked;
    }

    /** What the rules hold for names; may overlap. */
    List<Candidate> rules(Sentence sentence, Names names) {
        List<Candidate> all = new ArrayList<>();
        VocabularySource.add(sentence, vocabulary, all);
        places.add(sentence, names, all);
        List<Candidate> found = SuffixSource.places(all);
        SuffixSource.add(sentence, found, all);
        ListSource.add(sentence, found, all);
        QuoteSource.add(sentence, all);
        known(sentence, all);
        PersonSource.add(sentence, names, all);
        return all;
    }

    static EntityMention mention(Sentence sentence, Candidate candidate) {
        FlatText flat = sentence.flat();
        return new EntityMention(
                candidate.type(),
                flat.original(candidate.start(), candidate.end()),
                sentence.block(),
                flat.sourceStart(candidate.start()),
                flat.sourceEnd(candidate.end()));
    }

    private static void known(Sentence sentence, List<Candidate> out) {
        for (int i = sentence.start(); i < sentence.end(); i++) {
            int length = KNOWN_WORDS.matchLength(sentence.text(), i, sentence.end());
            if (length > 0 && sentence.isWhole(i, i + length)) {
                int row = KNOWN_WORDS.row(sentence.text(), i, i + length);
                out.add(new Candidate(EntityType.valueOf(KNOWN.get(row).get(1)), i, i + length, KNOWN_WEIGHT + length));
                i += length - 1;
            }
        }
    }

    /** A company that opens a project's name is an organization as well: 某某有限公司迁建项目 names both. */
    private static List<Candidate> owners(List<Candidate> rules, List<Candidate> picked) {
        List<Candidate> owners = new ArrayList<>();
        if (!hasProject(picked)) {
            return owners;
        }
        rules.stream()
                .filter(rule -> rule.type() == EntityType.ORGANIZATION && rule.weight() == SuffixSource.COMPANY)
                .filter(rule -> picked.stream().anyMatch(name -> isOwner(rule, name)))
                .sorted(Comparator.comparingInt(Candidate::length).reversed().thenComparingInt(Candidate::start))
                .forEach(rule -> {
                    if (owners.stream().noneMatch(rule::overlaps)) {
                        owners.add(rule);
                    }
                });
        return owners;
    }

    private static boolean hasProject(List<Candidate> names) {
        for (Candidate name : names) {
            if (name.type() == EntityType.PROJECT) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOwner(Candidate company, Candidate name) {
        return name.type() == EntityType.PROJECT && name.start() <= company.start() && company.end() < name.end();
    }
}
