package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.chinese.Divisions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which nouns a figure may be about though they are nobody's name. */
class OpeningNounsTest {
    private static final Extractor UNTAUGHT = Extractor.with(Divisions.load(), FigureWeights.of(Map.of()));

    @Test
    @DisplayName("a number of things opens the clause: the things, without the number")
    void countedThings() {
        assertThat(texts(before("41个重点工程完成投资12亿元。", 1))).contains("重点工程");
    }

    @Test
    @DisplayName(
            "a word taken for a verb may belong to a noun that opens the clause, which is not remembered for later sentences")
    void verbs() {
        ReadSentence read = read("施工单位架设桥梁11座。");
        List<OpeningNouns.Noun> found = nouns(read).before(start(read, 0));

        assertThat(found).anySatisfy(noun -> {
            assertThat(text(read, noun)).isEqualTo("施工单位");
            assertThat(noun.verb()).isTrue();
            assertThat(noun.whole()).isFalse();
        });
    }

    @Test
    @DisplayName("a verb and what it is done to name nobody")
    void deeds() {
        assertThat(texts(before("收购小麦26万吨。", 0))).isEmpty();
    }

    @Test
    @DisplayName("a word of the clause is no thing: 同比")
    void clauseWords() {
        assertThat(texts(before("粮食产量30万吨，同比增长8%。", 1))).contains("粮食产量").doesNotContain("同比");
    }

    @Test
    @DisplayName("a number that names a thing is no figure: 5号泵站")
    void numberedThings() {
        assertThat(texts(before("5号泵站去年排水3万吨。", 0))).contains("5号泵站");
        assertThat(texts(before("5座泵站去年排水3万吨。", 1))).noneMatch(text -> text.contains("5"));
    }

    @Test
    @DisplayName("an amount with 的 behind it is told of the noun that follows; a count is not")
    void behindTheFigure() {
        ReadSentence area = read("县里建起占地3平方公里的调味品产业园。");
        List<OpeningNouns.Noun> found = nouns(area).behind(area.figures().get(0).quantity());

        assertThat(found).extracting(noun -> text(area, noun)).contains("调味品产业园");
        assertThat(found).extracting(OpeningNouns.Noun::clauses).containsOnly(OpeningNouns.BEHIND);
        ReadSentence count = read("县里来了30名的队员。");
        assertThat(nouns(count).behind(count.figures().get(0).quantity())).isEmpty();
    }

    @Test
    @DisplayName("the words of a name belong together, whatever the segmenter takes them for")
    void names() {
        ReadSentence read = read("叶多的羊圈一天要用饲料60公斤。");
        int start = read.sentence().start();
        Candidate name = new Candidate(EntityType.PERSON, start, start + 2, EntityFinder.LEARNED);
        OpeningNouns nouns = new OpeningNouns(read.sentence(), read.periods(), List.of(name));

        assertThat(nouns.before(start(read, read.figures().size() - 1)))
                .extracting(noun -> text(read, noun))
                .contains("叶多", "叶多的羊圈");
    }

    private static List<String> texts(Found found) {
        return found.nouns().stream().map(noun -> text(found.read(), noun)).toList();
    }

    private record Found(ReadSentence read, List<OpeningNouns.Noun> nouns) {}

    /** @param figure before which of the sentence's figures */
    private static Found before(String text, int figure) {
        ReadSentence read = read(text);
        return new Found(read, nouns(read).before(start(read, figure)));
    }

    private static int start(ReadSentence read, int figure) {
        return read.figures().get(figure).quantity().start();
    }

    private static OpeningNouns nouns(ReadSentence read) {
        return new OpeningNouns(read.sentence(), read.periods(), List.of());
    }

    private static ReadSentence read(String text) {
        return UNTAUGHT.read(Extractors.article(null, List.of(), text))
                .sentences()
                .get(0);
    }

    private static String text(ReadSentence read, OpeningNouns.Noun noun) {
        return read.sentence().text().substring(noun.start(), noun.end());
    }
}
