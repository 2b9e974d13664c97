package dev.broadsheet.enrich.extract;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be seen of the topics that one figure may be about. One object per figure. */
final class SubjectClues {
    private static final int MOST_TIMES = 5;
    private static final int MOST_RANKS = 4;
    private static final int MOST_OPENINGS = 3;
    private static final int LONGEST = 8;

    private final Topics topics;
    private final Sentence sentence;
    private final int figure;
    private final char unit;
    private final @Nullable Topic lastOpening;
    private final @Nullable Topic earlierOpening;
    private final int mostMentions;
    private final TopicRelations relations;
    private final Map<TopicKind, Integer> ranks = new EnumMap<>(TopicKind.class);

    SubjectClues(Topics topics, Sentence sentence, Quantity quantity, String indicator) {
        this.topics = topics;
        this.sentence = sentence;
        this.figure = quantity.start();
        this.unit = quantity.unit().sort();
        this.lastOpening = last(true);
        this.earlierOpening = last(false);
        int most = 0;
        for (Topic topic : topics.latestFirst()) {
            most = Math.max(most, topic.mentions());
        }
        this.mostMentions = most;
        this.relations = new TopicRelations(topics, indicator, lastOpening);
    }

    /** The topic that last opened a clause before the figure in its sentence; null where none did. */
    @Nullable
    Topic lastOpening() {
        return lastOpening;
    }

    private @Nullable Topic last(boolean here) {
        for (Topic topic : topics.latestFirst()) {
            Topic.Mention mention = topic.last();
            if (topic.kind() == TopicKind.NOUN) {
                continue;
            }
            boolean isHere = mention.sentence() == topics.number();
            boolean opens =
                    here ? isHere && mention.opens() && mention.end() <= figure : !isHere && topic.openings() > 0;
            if (opens) {
                return topic;
            }
        }
        return null;
    }

    /** To be asked for the latest topic first. */
    void of(Topic topic, ClueBuffer out) {
        boolean isRegion = topic.text().equals(topics.region());
        char kind = isRegion ? topics.regionCode() : topic.kind().code();
        int rank = ranks.merge(topic.kind(), 1, Integer::sum);
        char place = place(topic);
        both(FigureClue.TOPIC, kind, 0, out);
        out.add(FigureClue.TOPIC_PLACE.of(0, place));
        out.add(FigureClue.TOPIC_PLACE.of(kind, place));
        out.add(FigureClue.TOPIC_UNIT.of(kind, unit));
        openings(topic, kind, out);
        if (topic.inHeadline()) {
            both(FigureClue.TOPIC_HEADLINE, kind, 1, out);
        }
        if (topic.opensHeadline()) {
            both(FigureClue.TOPIC_HEADLINE, kind, 2, out);
        }
        if (topic.inLead()) {
            out.add(FigureClue.TOPIC_LEAD.of(kind));
        }
        if (topic.last().sentence() >= topics.number() - 1 && topic.last().sentence() >= 0) {
            roles(topic.last(), kind, out);
        }
        out.add(FigureClue.TOPIC_TIMES.of(Math.min(MOST_TIMES, topic.mentions())));
        if (topic.mentions() == mostMentions) {
            both(FigureClue.TOPIC_MOST, kind, 0, out);
        }
        out.add(FigureClue.TOPIC_RANK.of(kind, Math.min(MOST_RANKS, rank)));
        out.add(FigureClue.TOPIC_OPENINGS.of(Math.min(MOST_OPENINGS, topic.openings())));
        out.add(FigureClue.TOPIC_LENGTH.of(Math.min(LONGEST, topic.text().length())));
        region(topic, kind, isRegion, out);
        relations.of(topic, kind, out);
    }

    /** Whether a text is what the figure measures, a part of it, or holds it; 0 where it is neither. */
    int measured(String text) {
        return relations.measured(text);
    }

    private void openings(Topic topic, char kind, ClueBuffer out) {
        if (topic == lastOpening) {
            both(FigureClue.TOPIC_OPENS, kind, 1, out);
        } else if (lastOpening != null) {
            out.add(FigureClue.TOPIC_BESIDE.of(0));
            out.add(FigureClue.TOPIC_BESIDE.of(kind, lastOpening.kind().code()));
        } else if (topic == earlierOpening) {
            both(FigureClue.TOPIC_OPENS, kind, 2, out);
        }
    }

    private void roles(Topic.Mention mention, char kind, ClueBuffer out) {
        int here = mention.sentence() == topics.number() ? 1 : 0;
        out.add(FigureClue.TOPIC_BEFORE.of(here, mention.before()));
        out.add(FigureClue.TOPIC_AFTER.of(here, mention.after()));
        for (TopicRole role : mention.roles()) {
            both(FigureClue.TOPIC_ROLE, kind, role.code(), out);
        }
    }

    private void region(Topic topic, char kind, boolean isRegion, ClueBuffer out) {
        String region = topics.region();
        out.add(FigureClue.TOPIC_REGION.of(
                kind, topics.regionCode(), sentence.flat().isHeadline() ? 1 : 0));
        if (region != null && !isRegion && (topic.text().startsWith(region) || region.startsWith(topic.text()))) {
            out.add(FigureClue.TOPIC_PART.of());
        }
        if (topic.kind() == TopicKind.PLACE) {
            out.add(FigureClue.TOPIC_END.of(topic.text().charAt(topic.text().length() - 1)));
        }
    }

    /** Of all kinds, and of this kind. */
    private static void both(FigureClue clue, char kind, int what, ClueBuffer out) {
        out.add(clue.of(0, what));
        out.add(clue.of(kind, what));
    }

    /** How far before the figure it was named last, as a letter. */
    private char place(Topic topic) {
        Topic.Mention last = topic.last();
        if (last.sentence() < 0) {
            return 'n';
        }
        if (last.sentence() == topics.number()) {
            return last.end() <= figure ? inSentence(topic) : 'a';
        }
        if (last.block() == sentence.block()) {
            boolean before = last.sentence() == topics.number() - 1;
            return !before ? 'b' : !last.opens() ? 'p' : last.first() ? 'P' : 'q';
        }
        if (topic.inHeadline() && last.sentence() < topics.lead()) {
            return 'h';
        }
        return last.block() == sentence.block() - 1 ? 'k' : 'f';
    }

    private char inSentence(Topic topic) {
        Topic.Mention last = topic.last();
        if (last.end() == figure) {
            return last.opens() ? 'J' : 'j';
        }
        for (int i = last.end(); i < figure; i++) {
            if (Sentences.isClauseEnd(sentence.at(i))) {
                return !last.opens() ? 's' : topic == lastOpening ? 'S' : 't';
            }
        }
        return last.opens() ? 'C' : 'c';
    }
}
