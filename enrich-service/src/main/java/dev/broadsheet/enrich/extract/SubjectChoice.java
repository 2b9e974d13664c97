package dev.broadsheet.enrich.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that one figure may be about: what the article named, nouns of its sentence, nothing. One object per figure. */
final class SubjectChoice {
    /** Those named last; topics of headlines and the region come on top. */
    private static final int MOST = 14;

    private static final int MOST_NOUNS = 6;

    /** Told of each possibility; the clues are good until the next. */
    interface Visitor {
        void visit(@Nullable String text, ClueBuffer clues);
    }

    private final Topics topics;
    private final Quantity quantity;
    private final SubjectClues clues;
    private final NounTopics nouns;
    /** Whether the figure counts what stands in a list before it, in the clause that begins at {@link #clause}. */
    private final boolean listed;

    private final int clause;

    SubjectChoice(
            Topics topics,
            Sentence sentence,
            List<Candidate> names,
            List<Span> periods,
            Quantity quantity,
            String indicator) {
        this.topics = topics;
        this.quantity = quantity;
        this.clues = new SubjectClues(topics, sentence, quantity, indicator);
        this.nouns = new NounTopics(sentence, periods, names, quantity);
        this.listed = FigureList.isOpen(sentence, quantity);
        this.clause = FigureClause.start(sentence, sentence.start(), quantity.start());
    }

    void visit(ClueBuffer buffer, Visitor visitor) {
        List<OpeningNouns.Noun> own = listed ? List.of() : nouns.find();
        List<Topic> named = candidates(own);
        for (Topic topic : named) {
            buffer.clear();
            clues.of(topic, buffer);
            visitor.visit(topic.text(), buffer);
        }
        for (OpeningNouns.Noun noun : own) {
            String text = nouns.text(noun);
            if (!isNamed(text, named)) {
                buffer.clear();
                nouns.clues(noun, clues, topics, buffer);
                visitor.visit(text, buffer);
            }
        }
        buffer.clear();
        buffer.add(FigureClue.NO_TOPIC.of(topics.regionCode()));
        visitor.visit(null, buffer);
    }

    private static boolean isNamed(String text, List<Topic> named) {
        for (Topic topic : named) {
            if (topic.kind() != TopicKind.NOUN && topic.text().equals(text)) {
                return true;
            }
        }
        return false;
    }

    /** 甲园、乙园等|8个|园区: those listed are some of what is counted, not whom the count is about. */
    private boolean isListed(Topic.Mention mention) {
        return listed
                && mention.sentence() == topics.number()
                && mention.start() >= clause
                && mention.end() < quantity.start()
                && "、和与及等".indexOf(mention.after()) >= 0;
    }

    /** The latest first. */
    private List<Topic> candidates(List<OpeningNouns.Noun> own) {
        List<Topic> chosen = new ArrayList<>();
        int counted = 0;
        int earlier = 0;
        Set<String> here = new HashSet<>();
        for (OpeningNouns.Noun noun : own) {
            here.add(nouns.text(noun));
        }
        for (Topic topic : topics.latestFirst()) {
            if (topic.kind() == TopicKind.NOUN) {
                if (earlier < MOST_NOUNS && !here.contains(topic.text())) {
                    chosen.add(topic);
                    earlier++;
                }
                continue;
            }
            boolean stays = topic.inHeadline() || topic.text().equals(topics.region());
            if (isListed(topic.last())) {
                continue;
            }
            boolean ahead = topic.last().sentence() == topics.number()
                    && topic.last().start() >= quantity.start()
                    && topic.mentions() == 1;
            if ((stays || counted < MOST) && (!ahead || topic.text().equals(topics.region()))) {
                chosen.add(topic);
                counted++;
            }
        }
        return chosen;
    }
}
