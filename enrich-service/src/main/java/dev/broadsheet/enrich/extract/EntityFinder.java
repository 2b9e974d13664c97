package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Divisions;
import dev.broadsheet.chinese.Recogniser;
import dev.broadsheet.chinese.Token;
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

    private final Recogniser recogniser;
    private final PlaceSource places;

    EntityFinder(Recogniser recogniser, Divisions divisions) {
        this.recogniser = recogniser;
        this.places = new PlaceSource(divisions);
    }

    /** The names of a sentence, in reading order. */
    List<Candidate> find(Sentence sentence, Names names) {
        List<Candidate> all = new ArrayList<>();
        places.add(sentence, names, all);
        List<Candidate> found = SuffixSource.places(all);
        SuffixSource.add(sentence, found, all);
        ListSource.add(sentence, found, all);
        QuoteSource.add(sentence, all);
        known(sentence, all);
        PersonSource.add(sentence, names, recognised(sentence), all);
        return decide(all);
    }

    EntityMention mention(Sentence sentence, Candidate candidate) {
        FlatText flat = sentence.flat();
        String name = flat.text().substring(candidate.start(), candidate.end());
        return new EntityMention(
                candidate.type(),
                flat.original(candidate.start(), candidate.end()),
                sentence.block(),
                flat.sourceStart(candidate.start()),
                flat.sourceEnd(candidate.end()),
                candidate.type() == EntityType.PLACE ? places.code(name) : null);
    }

    private static void known(Sentence sentence, List<Candidate> out) {
        for (int i = sentence.start(); i < sentence.end(); i++) {
            int length = KNOWN_WORDS.matchLength(sentence.text(), i, sentence.end());
            if (length > 0 && isWhole(sentence, i, i + length)) {
                int row = KNOWN_WORDS.row(sentence.text(), i, i + length);
                out.add(new Candidate(EntityType.valueOf(KNOWN.get(row).get(1)), i, i + length, KNOWN_WEIGHT + length));
                i += length - 1;
            }
        }
    }

    /** Whether no word of the segmenter reaches over the edges. */
    private static boolean isWhole(Sentence sentence, int start, int end) {
        int first = sentence.tokenAt(start);
        int last = sentence.tokenAt(end - 1);
        return last < sentence.tokens().size()
                && sentence.tokens().get(first).start() == start
                && sentence.tokens().get(last).end() == end;
    }

    private List<Token> recognised(Sentence sentence) {
        List<Token> shifted = new ArrayList<>();
        if (!PersonSource.mayNameSomebody(sentence)) {
            return shifted;
        }
        for (Token token : recogniser.recognise(sentence.text().substring(sentence.start(), sentence.end()))) {
            if (token.tag().startsWith("nr")) {
                shifted.add(new Token(
                        token.text(), token.tag(), token.start() + sentence.start(), token.end() + sentence.start()));
            }
        }
        return shifted;
    }

    /** A company that opens a project's name is an organization as well: 某某有限公司迁建项目 names both. */
    private static boolean isOwner(Candidate inner, Candidate outer) {
        return inner.type() == EntityType.ORGANIZATION
                && inner.weight() == SuffixSource.COMPANY
                && outer.type() == EntityType.PROJECT
                && inner.end() < outer.end()
                && inner.start() >= outer.start();
    }

    /** The heaviest first, the longer of equals, then the earlier; whatever overlaps one already taken is out. */
    private static List<Candidate> decide(List<Candidate> all) {
        all.sort(Comparator.comparingInt(Candidate::weight)
                .reversed()
                .thenComparing(Comparator.comparingInt(Candidate::length).reversed())
                .thenComparingInt(Candidate::start)
                .thenComparing(Candidate::type));
        List<Candidate> taken = new ArrayList<>();
        for (Candidate candidate : all) {
            if (taken.stream().noneMatch(other -> candidate.overlaps(other) && !isOwner(candidate, other))) {
                taken.add(candidate);
            }
        }
        taken.sort(Comparator.comparingInt(Candidate::start).thenComparingInt(Candidate::end));
        return taken;
    }
}
