package dev.broadsheet.enrich.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.enrich.extract.MetricMention;
import dev.broadsheet.enrich.extract.SourceArticle;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ArticleCheckerTest {
    @Test
    @DisplayName("both sides of a conflict are flagged with one another, the parts not with each other")
    void flags() {
        SourceArticle article = Articles.titled("", "全县新建住房390套，由东区185套、西区206套组成。");
        Checked checked = ArticleChecker.check(article, Articles.metrics(article));

        assertThat(checked.flags(0)).containsExactly(new Flag(Check.PARTS, List.of(1, 2)));
        assertThat(checked.flags(1)).containsExactly(new Flag(Check.PARTS, List.of(0)));
        assertThat(checked.flags(2)).containsExactly(new Flag(Check.PARTS, List.of(0)));
        assertThat(checked.flags(3)).isEmpty();
    }

    @Test
    @DisplayName("a figure that fails two checks has both flags; one that agrees has none")
    void severalFlags() {
        SourceArticle article = Articles.titled("改造老旧小区392个", "2023年，全县改造老旧小区390个，由东区185个、西区206个组成。", "出口8亿元。");
        List<MetricMention> metrics = Articles.metrics(article);
        Checked checked = ArticleChecker.check(article, metrics);

        assertThat(checked.flags(1)).extracting(Flag::check).containsExactly(Check.HEADLINE, Check.PARTS);
        assertThat(checked.flags(metrics.size() - 1)).isEmpty();
    }

    @Test
    @DisplayName("layout inside a figure makes no difference")
    void layout() {
        assertThat(Articles.compared(Check.PARTS, Articles.titled("", "全县新建住房 390\u3000套，由东区185 套、西区\n206套 组成。")))
                .hasSize(1)
                .allMatch(words -> words.contains("≠"));
    }

    @Test
    @DisplayName("thousands of figures of one name are not held against each other, and take the time of their number")
    void bounded() {
        String body = IntStream.range(0, 4_000)
                .mapToObj(i -> "总投资" + i + "亿元，")
                .collect(java.util.stream.Collectors.joining());
        SourceArticle article = Articles.titled(body, body);
        List<MetricMention> metrics = Articles.metrics(article);
        assertThat(metrics).hasSizeGreaterThan(4_000);

        long start = System.nanoTime();
        assertThat(ArticleChecker.check(article, metrics).comparisons()).isEmpty();
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }
}
