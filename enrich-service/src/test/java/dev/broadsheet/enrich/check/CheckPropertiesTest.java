package dev.broadsheet.enrich.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.enrich.extract.MetricMention;
import dev.broadsheet.enrich.extract.SourceArticle;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever stands in an article, its figures are compared without harm, each with others of the same article. */
class CheckPropertiesTest {
    private static final String[] WORDS = {
        "总投资",
        "390套",
        "185套",
        "3105亿元",
        "逾3100亿元",
        "0元",
        "-5%",
        "8.1%",
        "1/3",
        "30至80亿元",
        "9".repeat(400) + "元",
        "0.000" + "1万元",
        "翻一番",
        "，",
        "。",
        "、",
        "（",
        "）",
        "：",
        "；",
        "其中",
        "包括",
        "由",
        "组成",
        "合计",
        "共",
        "从",
        "增长到",
        "增长",
        "下降",
        "2023年",
        "2022年",
        "同比",
        "生产总值",
        "和",
        "等",
        "\u3000",
        "\n",
        "个百分点",
        "三成",
        "𠮷",
        "\"",
        "(",
        "一般公共预算收入"
    };

    @Property(tries = 300)
    void anyText(@ForAll("texts") String title, @ForAll("texts") String body) {
        SourceArticle article = Articles.titled(title, body, body);
        List<MetricMention> metrics = Articles.metrics(article);
        Checked checked = ArticleChecker.check(article, metrics);

        for (Comparison comparison : checked.comparisons()) {
            assertThat(comparison.figure()).isBetween(0, metrics.size() - 1);
            assertThat(comparison.against())
                    .isNotEmpty()
                    .doesNotContain(comparison.figure())
                    .allMatch(other -> other >= 0 && other < metrics.size());
        }
        for (int i = 0; i < metrics.size(); i++) {
            int figure = i;
            assertThat(checked.flags(figure))
                    .allSatisfy(flag -> assertThat(flag.figures())
                            .allSatisfy(other -> assertThat(checked.flags(other))
                                    .anyMatch(back -> back.check() == flag.check()
                                            && back.figures().contains(figure))));
        }
    }

    @Property(tries = 100)
    void everyTotalIsCompared(
            @ForAll @IntRange(min = 11, max = 4_000) int first,
            @ForAll @IntRange(min = 11, max = 4_000) int second,
            @ForAll @IntRange(min = 0, max = 2) int misprint) {
        SourceArticle article = Articles.titled(
                "青川县住房建设", "全县新建住房%d套，由东区%d套、西区%d套组成。".formatted(first + second + misprint, first, second), "今年继续建设。");
        List<MetricMention> metrics = Articles.metrics(article);
        Checked checked = ArticleChecker.check(article, metrics);

        assertThat(checked.comparisons()).hasSize(1).allSatisfy(comparison -> {
            assertThat(comparison.agrees()).isEqualTo(misprint == 0);
            assertThat(comparison.against()).hasSize(2);
        });
        for (int i = 0; i < metrics.size(); i++) {
            assertThat(checked.flags(i)).hasSize(misprint == 0 ? 0 : 1);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(WORDS).list().ofMaxSize(60).map(words -> String.join("", words));
    }
}
