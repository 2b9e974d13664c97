package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Division;
import dev.broadsheet.chinese.Divisions;
import dev.broadsheet.chinese.Level;
import dev.broadsheet.chinese.Token;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells which topic 全市, 该公司, 他 or 大会 stands for: the last one named that can be meant. One object per article. */
final class TopicReferences {
    /** @param text the topic's, or the words themselves where the article has named no such thing */
    record Reference(int end, String text, TopicKind kind) {}

    /** Said of bodies whatever they are called. */
    private static final List<String> GENERAL = List.of("企业", "公司", "单位");

    private static final int SHORTEST_CLASS = 2;

    private final Divisions divisions;
    private final @Nullable String region;
    private final Collection<Topic> topics;

    /** @param topics named so far; may grow */
    TopicReferences(Divisions divisions, @Nullable String region, Collection<Topic> topics) {
        this.divisions = divisions;
        this.region = region;
        this.topics = topics;
    }

    /**
     * What stands there for a topic; null where nothing does.
     *
     * @param opens whether a clause begins there
     */
    @Nullable
    Reference at(Sentence sentence, int at, boolean opens) {
        String text = sentence.text();
        int nation = TopicWords.NATION.matchLength(text, at, sentence.end());
        if (nation > 0) {
            return new Reference(at + nation, text.substring(at, at + nation), TopicKind.NATION);
        }
        if (TopicWords.isThis(text.charAt(at))) {
            return pointed(sentence, at);
        }
        if (TopicWords.PERSON.matchLength(text, at, sentence.end()) > 0) {
            boolean other = sentence.at(at + 1) == '们' || sentence.at(at - 1) == '其';
            return other ? null : stands(last(topic -> topic.kind() == TopicKind.PERSON), at + 1);
        }
        Reference inside = inside(sentence, at);
        if (inside != null) {
            return inside;
        }
        boolean pointed = TopicWords.POINTER.longestEnding(text, at, sentence.start()) > 0;
        return opens || pointed ? bare(sentence, at) : null;
    }

    private @Nullable Reference pointed(Sentence sentence, int at) {
        String text = sentence.text();
        int place = TopicWords.PLACE.matchLength(text, at + 1, sentence.end());
        int body = TopicWords.BODY.matchLength(text, at + 1, sentence.end());
        int project = TopicWords.PROJECT.matchLength(text, at + 1, sentence.end());
        int platform = TopicWords.PLATFORM.matchLength(text, at + 1, sentence.end());
        int end = at + 1 + Math.max(Math.max(place, body), Math.max(project, platform));
        if (end == at + 1 || !sentence.isEdge(end)) {
            return null;
        }
        String thing = text.substring(at + 1, end);
        Topic meant;
        if (end - at - 1 == place) {
            meant = place(thing);
            if (meant == null && region != null && region.endsWith(thing)) {
                return new Reference(end, region, TopicKind.REGION);
            }
        } else if (end - at - 1 == body) {
            meant = last(topic -> topic.kind() == TopicKind.ORGANIZATION && isSuch(topic, thing));
        } else {
            TopicKind kind = end - at - 1 == project ? TopicKind.PROJECT : TopicKind.PLATFORM;
            meant = last(topic -> topic.kind() == kind);
        }
        return meant == null
                ? new Reference(end, text.substring(at, end), TopicKind.UNNAMED)
                : new Reference(end, meant.text(), meant.kind());
    }

    /** 公司, 项目, 大会 without a word that points. */
    private @Nullable Reference bare(Sentence sentence, int at) {
        String text = sentence.text();
        int length = TopicWords.CLASS.matchLength(text, at, sentence.end());
        if (length >= SHORTEST_CLASS) {
            String word = text.substring(at, at + length);
            Topic named =
                    last(topic -> topic.text().length() > length && topic.text().endsWith(word));
            if (named != null) {
                return stands(named, at + length);
            }
        }
        int again = TopicWords.AGAIN.matchLength(text, at, sentence.end());
        if (again > 0) {
            return stands(last(topic -> topic.kind() == TopicKind.ORGANIZATION), at + again);
        }
        Reference noun = noun(sentence, at);
        if (noun != null) {
            return noun;
        }
        int project = TopicWords.PROJECT.matchLength(text, at, sentence.end());
        if (project > 0) {
            return stands(last(topic -> topic.kind() == TopicKind.PROJECT), at + project);
        }
        int platform = TopicWords.PLATFORM.matchLength(text, at, sentence.end());
        return platform == 0 ? null : stands(last(topic -> topic.kind() == TopicKind.PLATFORM), at + platform);
    }

    /** 食堂 of 幸福食堂, where the sentence is cut into words. */
    private @Nullable Reference noun(Sentence sentence, int at) {
        Token word = sentence.token(sentence.tokenAt(at));
        if (word == null || word.start() != at || word.end() - at < SHORTEST_CLASS || WordTag.of(word) != 'n') {
            return null;
        }
        return stands(
                last(topic -> isThing(topic)
                        && topic.text().length() > word.text().length()
                        && topic.text().endsWith(word.text())),
                word.end());
    }

    private static boolean isThing(Topic topic) {
        return topic.kind() != TopicKind.PERSON && topic.kind() != TopicKind.PLACE && topic.kind() != TopicKind.REGION;
    }

    /** 县里, 村上: the last place of that kind. */
    private @Nullable Reference inside(Sentence sentence, int at) {
        char side = sentence.at(at + 1);
        if ((side != '里' && side != '上') || "省市州区县旗镇乡村".indexOf(sentence.at(at)) < 0 || !sentence.isEdge(at)) {
            return null;
        }
        return stands(place(String.valueOf(sentence.at(at))), at + 2);
    }

    private static @Nullable Reference stands(@Nullable Topic topic, int end) {
        return topic == null ? null : new Reference(end, topic.text(), topic.kind());
    }

    /** 全市 is the last city, by its name or by the list of divisions: 武汉 is one. */
    private @Nullable Topic place(String thing) {
        return last(topic -> isPlace(topic)
                && ((topic.text().endsWith(thing) && topic.text().length() > thing.length())
                        || divisions.named(topic.text()).stream().anyMatch(division -> isSuch(division, thing))));
    }

    private static boolean isPlace(Topic topic) {
        return topic.kind() == TopicKind.PLACE || topic.kind() == TopicKind.REGION;
    }

    /** 全区 is an autonomous region as well. */
    private static boolean isSuch(Division division, String thing) {
        return division.name().endsWith(thing)
                && (!thing.equals("区") || division.level() == Level.COUNTY || division.level() == Level.PROVINCE);
    }

    private static boolean isSuch(Topic topic, String thing) {
        char end = thing.charAt(thing.length() - 1);
        return GENERAL.contains(thing) || topic.text().charAt(topic.text().length() - 1) == end;
    }

    private @Nullable Topic last(Predicate<Topic> meant) {
        Topic last = null;
        for (Topic topic : topics) {
            if (meant.test(topic) && (last == null || topic.isLaterThan(last))) {
                last = topic;
            }
        }
        return last;
    }
}
