package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Division;
import dev.broadsheet.chinese.Divisions;
import dev.broadsheet.chinese.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an article has named so far, in reading order; of very many things those named last and those of the headlines. One object per
 * article, told every sentence.
 */
final class Topics {
    private static final int MOST = 48;
    private static final int MOST_OF_HEADLINES = 16;
    private static final int SHORTEST_QUOTE = 2;
    private static final int LONGEST_QUOTE = 10;

    /** A name, or what stands for one, in a sentence. */
    private record Named(int start, int end, String text, TopicKind kind, boolean other, boolean part) {}

    /** A noun that opens a clause. */
    private record Opened(Sentence sentence, List<Candidate> names, int start, int end) {}

    private final Divisions divisions;
    private final @Nullable String region;
    private final Map<String, Topic> topics = new LinkedHashMap<>();
    private final TopicReferences references;
    private List<Opened> opened = List.of();
    /** For the figures of this sentence, which all ask for it; null until one does. */
    private @Nullable List<Topic> latestFirst;

    /** 0 where there is no region. */
    private final char regionCode;

    private int number = -1;
    private int lead = -1;
    private int headlines;

    Topics(Divisions divisions, @Nullable String region) {
        this.divisions = divisions;
        this.region = region;
        this.references = new TopicReferences(divisions, region, topics.values());
        this.regionCode =
                region == null ? 0 : (isWide(divisions, region) ? TopicKind.WIDE_REGION : TopicKind.REGION).code();
        if (region != null) {
            topics.put(region, new Topic(region, TopicKind.REGION));
        }
    }

    private static boolean isWide(Divisions divisions, String region) {
        List<Division> named = divisions.named(region);
        return !named.isEmpty()
                && named.get(0).level().compareTo(Level.COUNTY) < 0
                && named.stream().noneMatch(division -> division.level() == Level.COUNTY);
    }

    void read(Sentence sentence, List<Candidate> names, List<Span> periods) {
        latestFirst = null;
        opened.forEach(this::note);
        number++;
        boolean headline = sentence.flat().isHeadline();
        if (!headline && lead < 0) {
            lead = number;
        }
        int chain = -1;
        boolean chainFirst = false;
        for (Named named : named(sentence, names, periods)) {
            boolean first = named.start() == sentence.start() || (chainFirst && named.start() == chain);
            boolean opens = first || named.start() == chain || opens(sentence, periods, named.start());
            note(sentence, names, named, opens && !named.part(), first && !named.part(), headline);
            if (opens && !named.part()) {
                chain = named.end();
                chainFirst = first;
            }
        }
        opened = opened(sentence, names, periods);
    }

    /** Nouns that open its clauses, to be known from the next sentence on: in their own each figure sees them anyway. */
    private static List<Opened> opened(Sentence sentence, List<Candidate> names, List<Span> periods) {
        if (sentence.tokens().isEmpty()) {
            return List.of();
        }
        return new OpeningNouns(sentence, periods, names)
                .before(sentence.end()).stream()
                        .filter(OpeningNouns.Noun::whole)
                        .sorted(Comparator.comparingInt(OpeningNouns.Noun::start))
                        .map(noun -> new Opened(sentence, names, noun.start(), noun.end()))
                        .toList();
    }

    private void note(Opened noun) {
        String text = noun.sentence().text().substring(noun.start(), noun.end());
        Topic known = topics.get(text);
        if (known == null || known.kind() == TopicKind.NOUN) {
            Named named = new Named(noun.start(), noun.end(), text, TopicKind.NOUN, false, false);
            boolean first = noun.start() == noun.sentence().start();
            note(
                    noun.sentence(),
                    noun.names(),
                    named,
                    true,
                    first,
                    noun.sentence().flat().isHeadline());
        }
    }

    Divisions divisions() {
        return divisions;
    }

    /** Those named last come first. */
    List<Topic> latestFirst() {
        List<Topic> all = latestFirst;
        if (all == null) {
            all = new ArrayList<>(topics.values());
            all.sort((one, other) -> one == other ? 0 : one.isLaterThan(other) ? -1 : other.isLaterThan(one) ? 1 : 0);
            latestFirst = all;
        }
        return all;
    }

    /** How many sentences were read before this one. */
    int number() {
        return number;
    }

    /** The first sentence of the text; -1 before it. */
    int lead() {
        return lead;
    }

    @Nullable
    String region() {
        return region;
    }

    /** The region's letter in clues. */
    char regionCode() {
        return regionCode;
    }

    static boolean opens(Sentence sentence, List<Span> periods, int at) {
        char before = sentence.at(at - 1);
        return at == sentence.start() || Sentences.isClauseEnd(before) || before == ' ' || isBehind(periods, at);
    }

    private static boolean isBehind(List<Span> periods, int at) {
        for (Span period : periods) {
            if (period.end() == at) {
                return true;
            }
        }
        return false;
    }

    private List<Named> named(Sentence sentence, List<Candidate> names, List<Span> periods) {
        List<Named> all = new ArrayList<>();
        Credits credits = new Credits(sentence);
        for (Candidate name : names) {
            if (credits.holds(name)) {
                continue;
            }
            String text = sentence.text().substring(name.start(), name.end());
            all.add(new Named(name.start(), name.end(), text, TopicKind.of(name.type()), false, false));
            addPlace(sentence, name, all);
        }
        for (Span quote : sentence.quoted(LONGEST_QUOTE)) {
            if (isThing(sentence, quote, names)) {
                String text = sentence.text().substring(quote.start(), quote.end());
                all.add(new Named(quote.start(), quote.end(), text, TopicKind.QUOTED, false, false));
            }
        }
        int next = 0;
        for (int i = sentence.start(); i < sentence.end(); i++) {
            while (next < names.size() && names.get(next).end() <= i) {
                next++;
            }
            boolean free = next == names.size() || names.get(next).start() > i;
            TopicReferences.Reference reference = free ? references.at(sentence, i, opens(sentence, periods, i)) : null;
            if (reference != null && (next == names.size() || names.get(next).start() >= reference.end())) {
                all.add(new Named(i, reference.end(), reference.text(), reference.kind(), true, false));
                i = reference.end() - 1;
            }
        }
        all.sort(Comparator.comparingInt(Named::start).thenComparing(Named::part));
        return all;
    }

    /** No saying, and no name or part of one. */
    private static boolean isThing(Sentence sentence, Span quote, List<Candidate> names) {
        boolean clause = false;
        for (int i = quote.start(); i < quote.end(); i++) {
            clause |= Sentences.isClauseEnd(sentence.at(i))
                    || (FlatText.isDigit(sentence.at(i)) && !OpeningNouns.isNumbered(sentence, i));
        }
        return !clause
                && quote.end() - quote.start() >= SHORTEST_QUOTE
                && names.stream().noneMatch(name -> name.start() < quote.end() && quote.start() < name.end());
    }

    /** 云山县 of 云山县财政局: an article may name its county in no other way. */
    private void addPlace(Sentence sentence, Candidate name, List<Named> all) {
        if (name.type() == EntityType.PLACE || name.type() == EntityType.PERSON) {
            return;
        }
        divisions
                .longestAt(sentence.text(), name.start())
                .filter(place ->
                        place.end() < name.end() && place.divisions().get(0).level() != Level.VILLAGE)
                .map(place -> sentence.text().substring(place.start(), place.end()))
                .filter(place -> !topics.containsKey(place))
                .ifPresent(place -> all.add(
                        new Named(name.start(), name.start() + place.length(), place, TopicKind.PLACE, false, true)));
    }

    private void note(
            Sentence sentence, List<Candidate> names, Named named, boolean opens, boolean first, boolean headline) {
        Topic topic = topics.remove(named.text());
        topic = topic == null ? new Topic(named.text(), named.kind()) : topic;
        topics.put(named.text(), topic);
        Topic.Mention mention = new Topic.Mention(
                number,
                sentence.block(),
                named.start(),
                named.end(),
                opens,
                first,
                TopicRoles.of(sentence, names, named.start(), named.end(), named.other()),
                sentence.at(sentence.at(named.start() - 1) == '“' ? named.start() - 2 : named.start() - 1),
                sentence.at(sentence.at(named.end()) == '”' ? named.end() + 1 : named.end()));
        boolean fresh = !topic.inHeadline();
        if (named.part()) {
            topic.appear(mention, headline, number == lead);
        } else {
            topic.mention(mention, headline, number == lead);
        }
        headlines += fresh && topic.inHeadline() ? 1 : 0;
        forget();
    }

    private void forget() {
        if (topics.size() > MOST + MOST_OF_HEADLINES) {
            topics.values().stream()
                    .filter(topic -> !topic.text().equals(region))
                    .filter(topic -> !topic.inHeadline() || headlines > MOST_OF_HEADLINES)
                    .findFirst()
                    .ifPresent(topic -> {
                        topics.remove(topic.text());
                        headlines -= topic.inHeadline() ? 1 : 0;
                    });
        }
    }
}
