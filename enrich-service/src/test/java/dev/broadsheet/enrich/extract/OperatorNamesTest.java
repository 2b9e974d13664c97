package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.broadsheet.chinese.Divisions;
import dev.broadsheet.chinese.Segmenter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator's names change in what is found, and what they do not. */
class OperatorNamesTest {
    private static final Map<String, EntityType> NAMES = Map.ofEntries(
            Map.entry("青禾七步", EntityType.PROGRAMME),
            Map.entry("满庭芳计划", EntityType.PROGRAMME),
            Map.entry("三年攻坚", EntityType.PROGRAMME),
            Map.entry("漆下听", EntityType.PLATFORM),
            Map.entry("绿城通", EntityType.PLATFORM),
            Map.entry("AI帮办", EntityType.PLATFORM),
            Map.entry("5G通", EntityType.PLATFORM),
            Map.entry("听松社", EntityType.ORGANIZATION),
            Map.entry("云上百草园", EntityType.PROJECT),
            Map.entry("拾光节", EntityType.EVENT),
            Map.entry("金水区", EntityType.PLACE),
            Map.entry("听松社区", EntityType.PLACE),
            Map.entry("雁栖谷", EntityType.PLACE),
            Map.entry("明白", EntityType.PROGRAMME));
    private static final List<EntityType> TYPES = List.of(EntityType.values());
    private static final Extractor WITH_NAMES = with(NAMES);

    private static Extractor with(Map<String, EntityType> names) {
        return new Extractor(Segmenter.create(), Divisions.load(), NameWeights.load(), Vocabularies.of(names));
    }

    private static List<String> found(Extractor extractor, String text) {
        return extractor.extract(Extractors.article(null, List.of(), text)).entities().stream()
                .map(entity -> entity.type() + " " + entity.text())
                .toList();
    }

    static Stream<Arguments> sentences() {
        return Stream.of("青禾七步", "漆下听", "满庭芳计划", "听松社", "云上百草园", "拾光节", "雁栖谷")
                .flatMap(name -> Stream.of(
                                "社区推广%s后，邻里纠纷少了一半。",
                                "%s让群众少跑腿。",
                                "自从有了%s，大家有话就在那里说。",
                                "今年以来，街道依托%s开展活动120场。",
                                "据介绍，%s、邻里互助等做法受到好评。",
                                "他说：“没有%s，就没有今天。”",
                                "记者看到，%s里人来人往",
                                "昨日，%s取得新进展。")
                        // Nobody puts a place between quotation marks.
                        .flatMap(text -> NAMES.get(name) == EntityType.PLACE
                                ? Stream.of(text)
                                : Stream.of(text, text.replace("%s", "“%s”"), text.replace("%s", "\"%s\"")))
                        .map(text -> Arguments.of(text.replace("%s", name), name)));
    }

    @ParameterizedTest
    @DisplayName("invented names are found in ordinary sentences, with and without quotation marks")
    @MethodSource("sentences")
    void findsInventedNames(String text, String name) {
        assertThat(found(WITH_NAMES, text)).contains(NAMES.get(name) + " " + name);
    }

    @ParameterizedTest
    @DisplayName("a longer name swallows a listed one")
    @CsvSource({
        "金水区人民法院审结案件30件。, ORGANIZATION 金水区人民法院",
        "绿城通运营有限公司昨日成立。, ORGANIZATION 绿城通运营有限公司",
        "听松社区卫生服务中心开业。, ORGANIZATION 听松社区卫生服务中心",
        "听松社区居民都说好。, PLACE 听松社区",
    })
    void longerNamesSwallow(String text, String longer) {
        assertThat(found(WITH_NAMES, text)).containsExactly(longer);
    }

    @ParameterizedTest
    @DisplayName("a listed name is found as listed, not with the word behind it")
    @CsvSource({
        "“绿城通”平台上线。, PLATFORM 绿城通",
        "市民可登录绿城通平台办理业务。, PLATFORM 绿城通",
        "社区推广青禾七步工作法。, PROGRAMME 青禾七步",
        "金水区强化责任落实。, PLACE 金水区",
    })
    void findsAsListed(String text, String listed) {
        assertThat(found(WITH_NAMES, text)).containsExactly(listed);
    }

    @ParameterizedTest
    @DisplayName("no name starts or ends inside a number, a Latin word or, if it is short, a Chinese one")
    @CsvSource({"第十三年攻坚战打响。", "OpenAI帮办不了这件事。", "投资2.5G通信网。", "投资25G通信网。", "小李明白了。"})
    void cutsNoWord(String text) {
        assertThat(found(WITH_NAMES, text)).isEqualTo(found(Extractors.SHARED, text));
    }

    @Test
    @DisplayName("in whatever width the text is printed a name is found, and reported as printed")
    void findsEveryWidth() {
        assertThat(found(WITH_NAMES, "打开ＡＩ帮 办就能预约。")).contains("PLATFORM ＡＩ帮 办");
    }

    @Test
    @DisplayName("a listed place has its code, and what it opens is found with it")
    void listsPlaces() {
        Extraction extraction = WITH_NAMES.extract(Extractors.article("金水区植树", List.of(), "金水区昨日植树300棵。"));
        assertThat(extraction.region()).isEqualTo("金水区");
    }

    @Test
    @DisplayName("names that overlap or lie in each other are found without overlap, the longest first")
    void overlaps() {
        Extractor extractor = with(Map.of(
                "青禾", EntityType.PLACE,
                "七步走", EntityType.PROGRAMME,
                "青禾七步走", EntityType.PROGRAMME,
                "步走廊", EntityType.PLACE));
        assertThat(found(extractor, "社区推广青禾七步走方案。")).containsExactly("PROGRAMME 青禾七步走");
        assertThat(found(extractor, "社区推广青禾七步走廊。")).hasSize(1);
    }

    @Test
    @DisplayName("an empty vocabulary changes nothing")
    void nothingWithoutNames() throws Exception {
        Extractor without = with(Map.of());
        for (LabelledArticle article : MarkedText.readAll(MarkedTextTest.CORPUS).subList(0, 60)) {
            assertThat(without.extract(article.article())).isEqualTo(Extractors.SHARED.extract(article.article()));
        }
    }

    @Test
    @DisplayName("whatever is listed and printed, the text at the span is the text reported")
    void keepsEvidence() {
        String alphabet = "一二十百项目路区村说李“”\"（）、，。！ 05.A＋ab\u3000𠮷平台青禾";
        Random random = new Random(3);
        Map<String, EntityType> names = new LinkedHashMap<>();
        for (int i = 0; i < 400; i++) {
            if (VocabularyRow.of(text(alphabet, 1 + random.nextInt(6), random) + "\tPLACE")
                    instanceof VocabularyRow.Name name) {
                names.put(name.name(), TYPES.get(i % TYPES.size()));
            }
        }
        assertThat(names).hasSizeGreaterThan(200);
        Extractor extractor = with(names);
        List<EntityMention> all = new ArrayList<>();
        for (int round = 0; round < 100; round++) {
            String text = text(alphabet, 150, random);
            for (EntityMention entity :
                    extractor.extract(Extractors.article(text, List.of(), text)).entities()) {
                assertThat(text.substring(entity.start(), entity.end())).isEqualTo(entity.text());
                all.add(entity);
            }
        }
        assertThat(all)
                .anyMatch(entity ->
                        names.containsKey(FlatText.of(entity.text(), false).text()));
    }

    @ParameterizedTest
    @DisplayName("names that overlap at every character take no longer than the text's length")
    @ValueSource(strings = {"一", "路", "项目"})
    void longRunsAreLinear(String unit) {
        Map<String, EntityType> names = new LinkedHashMap<>();
        for (int times = 2; times * unit.length() <= VocabularyRow.LONGEST; times++) {
            names.put(unit.repeat(times), TYPES.get(times % TYPES.size()));
        }
        Extractor extractor = with(names);
        String text = unit.repeat(200_000 / unit.length());
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(60), () -> found(extractor, text)))
                .isNotEmpty();
    }

    private static String text(String alphabet, int length, Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
