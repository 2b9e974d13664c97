package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text, no exception, time linear in it, and every span says what was reported. */
class ExtractorRobustnessTest {
    private static final int TEN_MEGABYTES = 10 << 20;
    private static final int ONE_SENTENCE = 600;
    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    @DisplayName("an article without blocks, with empty blocks or with nothing but space has nothing in it")
    void nothingInNothing() {
        Extraction extraction = Extractors.SHARED.extract(Extractors.article(null, List.of(), "", " \u3000\n", "\t"));
        assertThat(extraction.entities()).isEmpty();
        assertThat(extraction.metrics()).isEmpty();
        assertThat(extraction.region()).isNull();
        assertThat(extraction.keywords()).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("unpaired surrogates, control characters and unbalanced marks are read over")
    @ValueSource(
            strings = {
                "\ud800王某\udc00说5个",
                "\u0000\u0000投资3亿元\u0000",
                "“““””《《》（（）”“",
                "5",
                "亿",
                "、、等企业",
                "等等等等项目",
                "第第届届次会议",
                "%%%8%",
                "3-",
                "3至",
                "路路路路村村村区区区",
                "自以来自以来",
                "()()()()公司",
                "𠮷野家说了5个𠮷",
                "“‘豫’见青河”平台上线。",
                "‘“三农’工程”启动。",
                "要闻····…第二版",
                "王·和王··芳"
            })
    void readsOverOddities(String text) {
        assertEvidence(Extractors.article(text, List.of(), text, text + "。"));
    }

    @Test
    @DisplayName("an address that a sentence without end is cut in is read over")
    void readsOverCutAddress() {
        for (int before = 585; before < 600; before++) {
            assertEvidence(Extractors.article(null, List.of(), "水".repeat(before) + "住在文化路57号院里"));
        }
    }

    @Test
    @DisplayName("no sentence is longer than the bound, and none is cut inside a character")
    void sentencesAreBounded() {
        for (String text : List.of("!".repeat(5_000), "。）".repeat(2_000), "水".repeat(599) + "𠮷".repeat(600))) {
            String flat = FlatText.of(text, false).text();
            assertThat(Sentences.of(flat)).allSatisfy(sentence -> {
                assertThat(sentence.end() - sentence.start()).isBetween(1, 600);
                assertThat(Character.isLowSurrogate(flat.charAt(sentence.start())))
                        .isFalse();
            });
        }
    }

    @Test
    @DisplayName("leader dots are nobody's name")
    void leaderDots() {
        assertThat(Extractors.read("要闻····…第二版，电话：··········").entities()).isEmpty();
    }

    @ParameterizedTest
    @Tag("long")
    @DisplayName("ten megabytes of one character take seconds")
    @ValueSource(strings = {"一", "7"})
    void tenMegabytesAreLinear(String unit) {
        assertLinear(unit, TEN_MEGABYTES / unit.getBytes(StandardCharsets.UTF_8).length);
    }

    @ParameterizedTest
    @Tag("long")
    @DisplayName("half a million times the same thing takes no longer than its length")
    @ValueSource(strings = {"自", "路", "（", "“", "万", "，", "李", "项目", "7个", "王五说", "）", "等", "。", "!", "。）", "·", "阿·"})
    void longRunsAreLinear(String unit) {
        assertLinear(unit, 500_000 / unit.length());
    }

    private static void assertLinear(String unit, int times) {
        String text = unit.repeat(times);
        Extraction whole = assertTimeoutPreemptively(LONG, () -> Extractors.read(text));
        Extraction half = Extractors.read(unit.repeat(times / 2));
        int metrics = whole.metrics().size() + whole.leftOut().metrics();
        int entities = whole.entities().size() + whole.leftOut().entities();
        // Sentences are cut at a bound, so the last one of either may differ.
        assertThat(metrics)
                .isCloseTo(2 * (half.metrics().size() + half.leftOut().metrics()), within(ONE_SENTENCE));
        assertThat(entities)
                .isCloseTo(2 * (half.entities().size() + half.leftOut().entities()), within(ONE_SENTENCE));
        assertThat(whole.metrics()).hasSize(Math.min(metrics, Extractor.MOST_MENTIONS));
        assertThat(whole.entities()).hasSize(Math.min(entities, Extractor.MOST_MENTIONS));
        for (MetricMention metric : whole.metrics()) {
            assertThat(metric.quote()).isEqualTo(text.substring(metric.start(), metric.end()));
        }
    }

    @Test
    @DisplayName("random mixtures of the characters that matter keep the evidence exact")
    void randomMixturesKeepEvidence() {
        String alphabet = "一二三十百万亿元个项目路区县村说李王“”《》（）()\"、，。, 0123456789.%-至等企业公司会议第次年月日增长近余以上 \u3000A+";
        Random random = new Random(42);
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 200; i++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertEvidence(Extractors.article("李区项目", List.of(new SourceByline("REPORTER", "李一")), text.toString()));
        }
    }

    @Test
    @DisplayName("a number of four hundred digits is none")
    void hugeNumberIsNone() {
        assertThat(Extractors.read("共有" + "9".repeat(400) + "个项目。").metrics()).isEmpty();
    }

    @Test
    @DisplayName("the same article gives the same extraction")
    void deterministic() {
        SourceArticle article = Extractors.article("荥阳市谋划项目30个", List.of(), "荥阳市、中牟县谋划项目30个，总投资5亿元。");
        assertThat(Extractors.SHARED.extract(article)).isEqualTo(Extractors.SHARED.extract(article));
    }

    private static void assertEvidence(SourceArticle article) {
        Extraction extraction = Extractors.SHARED.extract(article);
        for (EntityMention entity : extraction.entities()) {
            String text = article.blocks().get(entity.block()).text();
            assertThat(text.substring(entity.start(), entity.end())).isEqualTo(entity.text());
        }
        for (MetricMention metric : extraction.metrics()) {
            String text = article.blocks().get(metric.block()).text();
            assertThat(text.substring(metric.start(), metric.end())).isEqualTo(metric.quote());
            assertThat(metric.indicator()).isNotEmpty();
        }
    }
}
