package dev.broadsheet.sink.store;

import dev.broadsheet.sink.store.StoredArticle.Credit;
import dev.broadsheet.sink.store.StoredArticle.Findings;
import dev.broadsheet.sink.store.StoredArticle.Heading;
import dev.broadsheet.sink.store.StoredMetric.Amount;
import dev.broadsheet.sink.store.StoredMetric.Evidence;
import dev.broadsheet.sink.store.StoredMetric.Flag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Pages and articles of our own writing, for the tests of stores. */
public final class Samples {
    public static final Instant RECEIVED = Instant.parse("2024-03-08T06:00:00.123Z");
    private static final String PATH = "四川省/广元市/青川县";
    private static final StoredMetric.Span YEAR =
            new StoredMetric.Span("2024年", LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31));
    private static final Imprint IMPRINT = new Imprint("青川日报", LocalDate.of(2024, 3, 8), null, "A02");

    private Samples() {}

    /** Version {@code number} of a page: a later number is newer. */
    public static Version version(int number) {
        return new Version(RECEIVED.plusSeconds(number), String.format("%064x", number), 1);
    }

    public static String articleId(Version version, int ordinal) {
        return version.issueId() + "-" + (ordinal * 10 + 1);
    }

    public static Origin origin(Version version) {
        return new Origin("default", "A02.txt", "delivery" + version.generation());
    }

    public static StoredPage page(String pageId, Version version, int articles) {
        return new StoredPage(
                pageId,
                version,
                true,
                origin(version),
                IMPRINT,
                1234,
                RECEIVED,
                RECEIVED.minusMillis(60),
                List.of(new PageLine(1, 0, "青川县新建水库"), new PageLine(3, 9, "总投资300亿元。")),
                List.of(),
                IntStream.range(0, articles)
                        .mapToObj(ordinal -> articleId(version, ordinal))
                        .toList(),
                0.9,
                "splitter");
    }

    /** An article with {@code entities} mentions and {@code metrics} figures. */
    public static StoredArticle article(
            String pageId, Version version, int ordinal, String text, int entities, int metrics) {
        String id = articleId(version, ordinal);
        return article(id, pageId, version, ordinal, text, findings(id, entities, metrics));
    }

    public static StoredArticle article(
            String id, String pageId, Version version, int ordinal, String text, Findings findings) {
        return new StoredArticle(
                id,
                pageId,
                version,
                true,
                null,
                null,
                origin(version),
                IMPRINT,
                ordinal,
                ordinal + 1,
                new Heading("NEWS", null, null, "新建水库", null),
                List.of(new Credit("REPORTER", "林之远")),
                List.of(
                        new TextBlock("TITLE", "新建水库", List.of(1), List.of()),
                        new TextBlock("BODY", text, List.of(3), List.of(new TextBlock.Stretch(3, 0, 9, 4)))),
                findings,
                0.8,
                false,
                "splitter");
    }

    /** The article's retraction by {@code by}. */
    public static StoredArticle retracted(StoredArticle article, Version by) {
        return new StoredArticle(
                article.articleId(),
                article.pageId(),
                by,
                false,
                "the page was replaced by a newer version",
                by.issueId(),
                article.origin(),
                article.imprint(),
                article.ordinal(),
                article.pageArticles(),
                article.heading(),
                article.bylines(),
                List.of(),
                findings(article.articleId(), 0, 0),
                article.confidence(),
                false,
                article.extractor());
    }

    public static Findings findings(String id, int entities, int metrics) {
        List<StoredEntity> found = new ArrayList<>();
        for (int i = 0; i < entities; i++) {
            found.add(new StoredEntity(
                    id + "#e1-" + i + "-" + (i + 2),
                    "PLACE",
                    "青川",
                    1,
                    i,
                    i + 2,
                    List.of(3),
                    new StoredEntity.Link("510822", PATH, "510822", PATH, "青川县", "0123456789abcdef", null)));
        }
        List<StoredMetric> figures = new ArrayList<>();
        for (int i = 0; i < metrics; i++) {
            figures.add(i % 2 == 0 ? metric(id, i) : growth(id, i));
        }
        return new Findings("青川县", "510822", PATH, List.of("水库", "投资"), found, figures, "extractor");
    }

    /** A project that {@code articles} articles of the page name; the first of them is the newest. */
    public static StoredProject project(String id, Version version, String stage, int articles) {
        StoredProject.Passage words =
                new StoredProject.Passage(articleId(version, 0), new Evidence("总投资300亿元", 1, 0, 8, List.of(3)));
        StoredProject.Owner owner = new StoredProject.Owner("青川水务公司", "fedcba9876543210", words);
        List<StoredProject.Milestone> milestones = List.of(
                new StoredProject.Milestone("STARTED", "ACTUAL", "2023年3月8日", LocalDate.of(2023, 3, 8), words),
                new StoredProject.Milestone("COMPLETED", "TARGET", "2026年底", null, words));
        StoredProject.Investment total = new StoredProject.Investment(
                "TOTAL", "m", new BigDecimal("30000000000"), "CNY", null, null, "EXACT", "ACTUAL", null, words);
        List<StoredProject.Source> sources = IntStream.range(0, articles)
                .mapToObj(ordinal -> new StoredProject.Source(
                        articleId(version, ordinal),
                        "page",
                        version,
                        "青川日报",
                        LocalDate.of(2024, 3, 8),
                        "新建水库",
                        words,
                        2,
                        owner,
                        stage,
                        milestones,
                        List.of(total),
                        "extractor"))
                .toList();
        return new StoredProject(
                id,
                version,
                true,
                LocalDate.of(2024, 3, 8),
                "青禾水库项目",
                "510822",
                PATH,
                owner,
                stage,
                milestones,
                total,
                null,
                null,
                sources);
    }

    /** The project's retraction. */
    public static StoredProject gone(String id, Version version) {
        return new StoredProject(
                id, version, false, null, "", null, null, null, "UNKNOWN", List.of(), null, null, null, List.of());
    }

    public static StoredReceipt receipt(Version version, String state) {
        return new StoredReceipt(
                state,
                origin(version),
                version.issueId(),
                "page",
                RECEIVED,
                RECEIVED,
                "ingest",
                "ingest-1",
                2,
                null,
                null,
                null,
                null,
                1);
    }

    /** A letter of split that failed {@code attempts} times, each a minute later; decided about half a minute after that unless it is DEAD. */
    public static StoredLetter letter(String id, String state, int attempts) {
        Instant failed = RECEIVED.plusSeconds(60L * attempts);
        return new StoredLetter(
                id,
                state,
                "split",
                new StoredLetter.Source(
                        "broadsheet.issues",
                        3,
                        7,
                        RECEIVED,
                        "key",
                        2_000,
                        List.of(new StoredLetter.Header("feed", "default")),
                        version(1).issueId(),
                        null,
                        "default"),
                new StoredLetter.Failure(
                        "java.lang.IllegalStateException",
                        "no rule",
                        "stack",
                        attempts,
                        false,
                        "x1",
                        "0.3",
                        "i-1",
                        failed),
                state.equals("DEAD") ? null : new StoredLetter.Decision(failed.plusSeconds(30), "cli:wang"));
    }

    /** A series' newest figure, {@code value} yuan. */
    public static StoredLatest latest(String seriesId, int value, long reports) {
        Version version = version(value);
        return new StoredLatest(
                seriesId,
                new StoredLatest.Figure(
                        new StoredLatest.Series(
                                "青川县", "510822", PATH, null, "总投资额", "总投资", "LEVEL", null, YEAR, "TARGET"),
                        new Amount("" + value, new BigDecimal(value), "元", new BigDecimal(value), "CNY", null, null),
                        "EXACT",
                        articleId(version, 0) + "#m1-0-8",
                        articleId(version, 0),
                        "page",
                        version,
                        "青川日报",
                        LocalDate.of(2024, 3, 8),
                        new Evidence("总投资" + value + "元", 1, 0, 8, List.of(3)),
                        reports,
                        "extractor"));
    }

    /** A growth on the year before of {@code percent}, as the newest figure of a series. */
    public static StoredLatest latestGrowth(String seriesId, int percent) {
        Version version = version(percent);
        return new StoredLatest(
                seriesId,
                new StoredLatest.Figure(
                        new StoredLatest.Series(
                                "青川县", "510822", PATH, null, "总投资额", "总投资", "GROWTH", "YEAR_ON_YEAR", YEAR, "ACTUAL"),
                        new Amount(
                                "" + percent,
                                new BigDecimal(percent),
                                "%",
                                new BigDecimal(percent),
                                "percent",
                                null,
                                null),
                        "EXACT",
                        articleId(version, 0) + "#m1-0-7",
                        articleId(version, 0),
                        "page",
                        version,
                        "青川日报",
                        LocalDate.of(2024, 3, 8),
                        new Evidence("同比增长" + percent + "%", 1, 0, 7, List.of(3)),
                        1,
                        "extractor"));
    }

    private static StoredMetric metric(String id, int i) {
        return new StoredMetric(
                id + "#m1-" + i + "-" + (i + 8),
                new Evidence("总投资300亿元", 1, i, i + 8, List.of(3)),
                "总投资额",
                "总投资",
                "水库",
                new Amount("300", new BigDecimal("300"), "亿元", new BigDecimal("30000000000"), "CNY", null, null),
                "EXACT",
                "TARGET",
                "LEVEL",
                null,
                YEAR,
                List.of(),
                "extractor");
    }

    private static StoredMetric growth(String id, int i) {
        return new StoredMetric(
                id + "#m1-" + i + "-" + (i + 6),
                new Evidence("同比增长8%", 1, i, i + 6, List.of(3)),
                "总投资额",
                "总投资",
                "水库",
                new Amount("8", new BigDecimal("8"), "%", new BigDecimal("8"), "percent", null, null),
                "EXACT",
                "ACTUAL",
                "GROWTH",
                "YEAR_ON_YEAR",
                null,
                List.of(new Flag("GROWTH", List.of(id + "#m1-0-8")), new Flag("HEADLINE", List.of(id + "#m0-0-8"))),
                "extractor");
    }
}
