package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.chinese.Divisions;
import dev.broadsheet.chinese.Segmenter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is seen beyond the edges of the stretch that is marked {@code |so|}. */
class BeyondCluesTest {
    private static final ArticleReader READER = new ArticleReader(Segmenter.create(), Divisions.load());

    private static List<String> clues(String marked) {
        String text = marked.replace("|", "");
        ArticleReader.Reading reading = READER.read(Extractors.article(null, List.of(), text));
        Sentence sentence = READER.segmented(reading.runs().get(0)).get(0);
        ClueBuffer out = new ClueBuffer();
        EdgeClues edges = new EdgeClues(sentence, out);
        edges.atStart(marked.indexOf('|'));
        edges.atEnd(marked.lastIndexOf('|') - 1);
        return Arrays.stream(out.copy()).mapToObj(Clue::name).toList();
    }

    private static List<String> clues(String marked, Clue kind) {
        return clues(marked).stream()
                .filter(clue -> clue.startsWith(kind.name() + " "))
                .toList();
    }

    @ParameterizedTest
    @DisplayName("the words beyond quotation marks, over other quotations that stand beside them")
    @CsvSource({
        "镇上推出“|错峰取药|”服务。, 推出, 服务",
        "镇上推出“上门理发”“|错峰取药|”服务。, 推出, 服务",
        "镇上推出“|错峰取药|”、“上门理发”和“夜间开诊”服务。, 推出, 服务",
    })
    void looksBeyondMarks(String marked, String left, String right) {
        assertThat(clues(marked))
                .contains(Clue.name(Clue.BEYOND_LEFT.of(left)), Clue.name(Clue.BEYOND_RIGHT.of(right)));
    }

    @ParameterizedTest
    @DisplayName("the noun that says what a list is of, for each name in it")
    @CsvSource({
        "他们走访了|临河纸业|、南坡茶厂等12家重点企业。, 企业",
        "他们走访了临河纸业、|南坡茶厂|等12家重点企业。, 企业",
        "全县推开|首席问诊|、夜间门诊两项制度。, 制度",
        "全县推开首席问诊、|夜间门诊|两项制度。, 制度",
        "社区办起“|邻里食堂|”“周末课堂”等一批便民项目。, 项目",
    })
    void knowsWhatAListIsOf(String marked, String head) {
        assertThat(clues(marked)).contains(Clue.name(Clue.LIST_HEAD.of(head)));
    }

    @Test
    @DisplayName("no list reaches over the end of a clause, and none is where nothing is listed")
    void endsWithTheClause() {
        assertThat(clues("他们走访了|临河纸业|、南坡茶厂，又看望了王村等3个村。", Clue.LIST_HEAD)).isEmpty();
        assertThat(clues("他们走访了|临河纸业|的车间。", Clue.LIST_HEAD)).isEmpty();
        assertThat(clues("镇上推出|错峰取药|服务。", Clue.BEYOND_RIGHT)).isEmpty();
    }

    @Test
    @DisplayName("a quotation that is never closed ends the look")
    void bearsLostMarks() {
        assertThat(clues("镇上推出“|错峰取药|”、“上门理发服务。", Clue.BEYOND_RIGHT))
                .containsExactly(Clue.name(Clue.BEYOND_RIGHT.of("、")));
    }

    @Test
    @DisplayName("what a list is of is told each member alike, and not those of the next list")
    void tellsEachMember() {
        String text = "他们走访临河纸业、南坡茶厂等企业，推开首席问诊、夜间门诊等制度。";
        ArticleReader.Reading reading = READER.read(Extractors.article(null, List.of(), text));
        ClueBuffer out = new ClueBuffer();
        EdgeClues edges = new EdgeClues(READER.segmented(reading.runs().get(0)).get(0), out);
        for (String member : List.of("临河纸业", "南坡茶厂", "首席问诊", "夜间门诊", "临河纸业")) {
            out.clear();
            edges.atEnd(text.indexOf(member) + member.length());
            String head = text.indexOf(member) < text.indexOf('，') ? "企业" : "制度";
            assertThat(Arrays.stream(out.copy())
                            .mapToObj(Clue::name)
                            .filter(clue -> clue.startsWith(Clue.LIST_HEAD.name() + " ")))
                    .as(member)
                    .containsExactly(Clue.name(Clue.LIST_HEAD.of(head)));
        }
    }
}
