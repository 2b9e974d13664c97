package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.chinese.Divisions;
import dev.broadsheet.chinese.Segmenter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the rules hold for names, whatever was learned. {@code |…|} is a name. */
class NameRulesTest {
    private static final Divisions DIVISIONS = Divisions.load();
    private static final ArticleReader READER = new ArticleReader(Segmenter.create(), DIVISIONS);
    private static final EntityFinder FINDER = new EntityFinder(DIVISIONS, NameWeights.of(Map.of()));

    /** Type and text. */
    private static List<String> rules(String text) {
        ArticleReader.Reading reading = READER.read(Extractors.article(null, List.of(), text));
        return reading.runs().stream()
                .flatMap(run -> READER.segmented(run).stream())
                .flatMap(sentence -> FINDER.rules(sentence, reading.names()).stream())
                .map(rule -> rule.type() + " " + text.substring(rule.start(), rule.end()))
                .toList();
    }

    @ParameterizedTest
    @DisplayName("ring roads, numbered lines and houses are places from end to end")
    @CsvSource({
        "东湖内环路|紧临公园。, 东湖内环路",
        "家住|西三环北路|旁边。, 西三环北路",
        "换乘|轨道交通15号线|进城。, 轨道交通15号线",
        "换乘|合肥地铁3号线|进城。, 合肥地铁3号线",
        "搬到|桐柏路57号院|居住。, 桐柏路57号院"
    })
    void knowsNumberedPlaces(String text, String name) {
        assertThat(rules(text.replace("|", ""))).contains("PLACE " + name);
    }

    @ParameterizedTest
    @DisplayName("papers leave out the people in the name of an autonomous district, county or prefecture")
    @CsvSource({"瀍河区的学校, 瀍河区", "长阳县的茶农, 长阳县", "恩施州的公路, 恩施州"})
    void knowsAutonomousPlaces(String text, String name) {
        assertThat(rules(text)).contains("PLACE " + name);
    }

    @Test
    @DisplayName("short names of counties beside one of the same prefecture are places, alone or beside others not")
    void knowsListedCounties() {
        assertThat(rules("在山阳、解放、马村等区推广。")).contains("PLACE 山阳", "PLACE 解放", "PLACE 马村");
        assertThat(rules("解放、天河两个词。思想解放，方法对头。")).noneMatch(rule -> rule.equals("PLACE 解放"));
    }

    @Test
    @DisplayName("现代 belongs to a zone's name, with the county in front")
    void knowsModernZones() {
        assertThat(rules("落户中牟县现代服务业开发区的企业")).contains("PLACE 中牟县现代服务业开发区");
    }

    @ParameterizedTest
    @DisplayName("the first character of a company is not left out for being a counter, where nothing is counted")
    @ValueSource(strings = {"银湖公司、天霖集团昆山水泥有限公司", "这里针对天霖集团昆山水泥有限公司制订了方案"})
    void keepsFirstCharacters(String text) {
        assertThat(rules(text)).contains("ORGANIZATION 天霖集团昆山水泥有限公司");
    }

    @Test
    @DisplayName("no suffix reaches over a word of the clause: 获|评, 现有")
    void reachesOverNoClause() {
        assertThat(rules("中牟县现代服务业开发区获评第十二届河南省先进开发区。石溪镇现有学校六所。"))
                .contains("PLACE 中牟县现代服务业开发区")
                .noneMatch(rule -> rule.contains("获评") || rule.contains("现有"));
    }
}
