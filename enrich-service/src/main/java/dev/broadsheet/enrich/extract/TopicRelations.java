package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Division;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be seen of a topic beside the others of its article: who acts for it, how high it stands, what is measured of it. One object per figure. */
final class TopicRelations {
    private static final String LEVELS = "省市州区县旗镇乡村";
    private static final int SAME = 1;
    private static final int INSIDE = 2;
    private static final int AROUND = 3;

    private final Topics topics;
    private final String indicator;
    private final @Nullable Topic opening;
    private final @Nullable Topic acting;
    private final boolean placeInHeadline;

    /**
     * @param indicator what the figure measures; empty where nothing tells
     * @param opening the topic that opened a clause of the sentence last
     */
    TopicRelations(Topics topics, String indicator, @Nullable Topic opening) {
        this.topics = topics;
        this.indicator = indicator;
        this.opening = opening;
        this.acting = acting(topics);
        this.placeInHeadline = placeInHeadline(topics);
    }

    /** The body that opened a clause last. */
    private static @Nullable Topic acting(Topics topics) {
        for (Topic topic : topics.latestFirst()) {
            boolean acts = topic.kind() == TopicKind.ORGANIZATION && topic.openings() > 0;
            if (acts && topic.last().sentence() >= topics.number() - 1) {
                return topic;
            }
        }
        return null;
    }

    private static boolean placeInHeadline(Topics topics) {
        for (Topic topic : topics.latestFirst()) {
            if (topic.inHeadline() && topic.kind() == TopicKind.PLACE) {
                return true;
            }
        }
        return false;
    }

    void of(Topic topic, char kind, ClueBuffer out) {
        boolean isPlace = topic.kind() == TopicKind.PLACE || topic.kind() == TopicKind.REGION;
        if (isPlace) {
            place(topic, kind, out);
        } else if (topic.kind() != TopicKind.PERSON) {
            out.add(FigureClue.TOPIC_END.of(
                    kind, topic.text().charAt(topic.text().length() - 1)));
        }
        if (opening != null && opening != topic) {
            out.add(FigureClue.TOPIC_BESIDE.of(
                    kind, opening.kind().code(), opening.last().roles().contains(TopicRole.SPEAKS) ? 2 : 1));
        }
        int measured = measured(topic.text());
        if (measured > 0) {
            out.add(FigureClue.TOPIC_MEASURED.of(0, measured));
            out.add(FigureClue.TOPIC_MEASURED.of(kind, measured));
        }
    }

    private void place(Topic topic, char kind, ClueBuffer out) {
        out.add(FigureClue.TOPIC_LEVEL.of(kind, level(topic.text()), topic.inHeadline() ? 2 : topic.inLead() ? 1 : 0));
        if (kind == topics.regionCode()) {
            out.add(FigureClue.TOPIC_LEVEL.of(0, placeInHeadline ? 1 : 0, topic.inHeadline() ? 1 : 0));
        }
        if (acting != null) {
            int how = actsFor(acting.text(), topic.text());
            if (how > 0) {
                boolean here = acting.last().sentence() == topics.number();
                char end = acting.text().charAt(acting.text().length() - 1);
                out.add(FigureClue.TOPIC_OWNS.of(0, here ? 1 : 0));
                out.add(FigureClue.TOPIC_OWNS.of(kind, how, here ? 1 : 0));
                out.add(FigureClue.TOPIC_OWNS.of(1, end, here ? 1 : 0));
            }
        }
    }

    /** 云山县财政局 acts for 云山县 by its name, 县财政局 by its level; 0 where neither. */
    private static int actsFor(String body, String place) {
        if (body.startsWith(place) && body.length() > place.length()) {
            return SAME;
        }
        char first = body.charAt(0);
        return LEVELS.indexOf(first) >= 0 && place.charAt(place.length() - 1) == first ? INSIDE : 0;
    }

    /** How high the place stands, as a small number; 0 where the list of divisions lacks it. */
    private int level(String place) {
        List<Division> named = topics.divisions().named(place);
        return named.isEmpty()
                ? 0
                : 1
                        + switch (named.get(0).level()) {
                            case PROVINCE -> 0;
                            case PREFECTURE -> 1;
                            case COUNTY -> 2;
                            case TOWN -> 3;
                            case VILLAGE -> 4;
                        };
    }

    /** Whether a text is what the figure measures, a part of it, or holds it; 0 where it is neither. */
    int measured(String text) {
        if (indicator.isEmpty()) {
            return 0;
        }
        return text.equals(indicator)
                ? SAME
                : indicator.contains(text) ? INSIDE : text.contains(indicator) ? AROUND : 0;
    }
}
