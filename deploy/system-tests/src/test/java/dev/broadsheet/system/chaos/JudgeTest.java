package dev.broadsheet.system.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.Delivery;
import dev.broadsheet.contracts.EnrichedArticle;
import dev.broadsheet.contracts.Metric;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.ReceiptState;
import dev.broadsheet.contracts.SplitResult;
import dev.broadsheet.system.chaos.Delivery.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The judge finds what it is there for: a healthy world is tampered with, and each breach is named. */
class JudgeTest {
    private static final Instant AT = Instant.parse("2026-03-08T06:00:00Z");
    /** Read once for all tests: vocabularies take seconds. */
    private static final Calm CALM = new Calm();

    private static final String TEXT = dev.broadsheet.system.Pages.text(7);

    private final List<Kept<RawIssue>> issues = new ArrayList<>();
    private final List<Kept<dev.broadsheet.contracts.Page>> pages = new ArrayList<>();
    private final List<Kept<Article>> articles = new ArrayList<>();
    private final List<Kept<EnrichedArticle>> enriched = new ArrayList<>();
    private final List<Kept<Metric>> metrics = new ArrayList<>();
    private final Feed feed =
            new Feed(List.of(new dev.broadsheet.system.chaos.Delivery(Kind.PAGE, "page.txt", TEXT, "")));

    @Test
    void aHealthyWorldHasNoBreachButThoseOfTheTopicThatIsEmpty() {
        assertThat(judged(world -> {})).noneMatch(line -> !line.contains("metrics.latest"));
    }

    @Test
    void aLostRecordIsNamed() {
        assertThat(judged(world -> world.articles.remove(1))).anyMatch(line -> line.startsWith("LOST articles "));
        assertThat(judged(world -> world.enriched.remove(0)))
                .anyMatch(line -> line.startsWith("LOST articles.enriched"));
        assertThat(judged(world -> world.metrics.remove(0))).anyMatch(line -> line.startsWith("LOST metrics "));
    }

    @Test
    void aRecordThatIsThereTwiceIsNamed() {
        assertThat(judged(world -> world.pages.add(world.pages.get(0))))
                .anyMatch(line -> line.startsWith("DUPLICATED pages "));
        assertThat(judged(world -> world.metrics.add(world.metrics.get(0))))
                .anyMatch(line -> line.startsWith("DUPLICATED metrics "));
    }

    @Test
    void aRecordWithOtherValuesAndOneOfNoPageAreNamed() {
        assertThat(judged(world -> {
                    Kept<Article> first = world.articles.get(0);
                    Article other =
                            Article.newBuilder(first.some()).setTitle("另一个标题").build();
                    world.articles.set(0, new Kept<>(first.topic(), 0, 0, first.key(), other));
                }))
                .anyMatch(line -> line.startsWith("WRONG articles "));
        assertThat(judged(world -> world.metrics.add(
                        new Kept<>("m", 0, 9, "of-nothing", world.metrics.get(0).some()))))
                .anyMatch(line -> line.startsWith("WRONG metrics of-nothing"));
    }

    @Test
    void aDeliveryWithoutIssueIsLost() {
        assertThat(judged(world -> world.issues.clear())).anyMatch(line -> line.equals("LOST issues: page.txt"));
    }

    @Test
    void anIssueOfOtherBytesThanWereHandedInIsWrong() {
        assertThat(judged(world -> {
                    Kept<RawIssue> first = world.issues.get(0);
                    byte[] bytes = dev.broadsheet.system.Pages.text(8).getBytes(StandardCharsets.UTF_8);
                    RawIssue other = RawIssue.newBuilder(first.some())
                            .setContent(ByteBuffer.wrap(bytes))
                            .build();
                    world.issues.set(0, new Kept<>("i", 0, 0, first.key(), other));
                }))
                .contains("WRONG issues: page.txt is not what was handed in");
    }

    @Test
    void anIssueMayComeAgainWithTheSameBytesOnly() {
        assertThat(judged(world -> world.issues.add(world.issues.get(0))))
                .noneMatch(line -> line.startsWith("DUPLICATED"));
        assertThat(judged(world -> {
                    Kept<RawIssue> first = world.issues.get(0);
                    RawIssue other = RawIssue.newBuilder(first.some())
                            .setDelivery(Delivery.newBuilder(first.some().getDelivery())
                                    .setReceivedAt(AT.plusSeconds(9))
                                    .build())
                            .build();
                    world.issues.add(new Kept<>("i", 0, 1, first.key(), other));
                }))
                .contains("DUPLICATED issues: page.txt d came again with other bytes");
    }

    @Test
    void aReceivedReceiptMayComeAgainWithTheSameBytesOnly() {
        Receipt first = received(AT);

        assertThat(judgedReceipts(List.of(first, first))).noneMatch(line -> line.startsWith("DUPLICATED"));
        assertThat(judgedReceipts(List.of(first, received(AT.plusSeconds(9)))))
                .contains("DUPLICATED RECEIVED of page.txt d: 2 instead of 1");
    }

    @Test
    void aDeliveryThatWasNeverSaidToBeReceivedIsStranded() {
        Receipt split =
                Receipt.newBuilder(received(AT)).setState(ReceiptState.SPLIT).build();

        assertThat(judgedReceipts(List.of(split))).contains("STRANDED RECEIVED of page.txt d: 0 instead of 1");
    }

    @Test
    void aDeliveryWithoutReceiptIsStranded() {
        assertThat(judgedReceipts(List.of()))
                .contains("STRANDED page.txt has no receipt")
                .filteredOn(line -> line.startsWith("STRANDED"))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    private List<String> judgedReceipts(List<Receipt> receipts) {
        healthy();
        Findings findings = new Findings();
        Evidence evidence = evidence(receipts);
        new ReceiptJudge(feed, evidence, new Expected(feed, evidence, CALM), findings).judge();
        return findings.lines();
    }

    private static Receipt received(Instant at) {
        return Receipt.newBuilder()
                .setState(ReceiptState.RECEIVED)
                .setDeliveryId("d")
                .setFeed("chaos")
                .setFileName("page.txt")
                .setAt(at)
                .setReceivedAt(at)
                .setService("ingest")
                .setInstance("ingest-1")
                .build();
    }

    private List<String> judged(Consumer<JudgeTest> tamper) {
        healthy();
        tamper.accept(this);
        Findings findings = new Findings();
        Evidence evidence = evidence(List.of());
        new TopicJudge(feed, evidence, new Expected(feed, evidence, CALM), findings).judge();
        return findings.lines();
    }

    private void healthy() {
        List.of(issues, pages, articles, enriched, metrics).forEach(List::clear);
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        String id = dev.broadsheet.contracts.Ids.issueId(bytes);
        RawIssue issue = RawIssue.newBuilder()
                .setIssueId(id)
                .setDelivery(new Delivery("d", "chaos", "page.txt", (long) bytes.length, AT, AT, null))
                .setContent(ByteBuffer.wrap(bytes))
                .build();
        SplitResult split = CALM.split(issue, "s");
        issues.add(new Kept<>("i", 0, 0, id, issue));
        pages.add(new Kept<>("p", 0, 0, split.getPage().getPageId(), split.getPage()));
        for (Article article : split.getArticles()) {
            EnrichedArticle read = CALM.enrich(article, "e");
            articles.add(new Kept<>("a", 0, 0, article.getArticleId(), article));
            enriched.add(new Kept<>("e", 0, 0, article.getArticleId(), read));
            read.getMetrics().forEach(metric -> metrics.add(new Kept<>("m", 0, 0, metric.getMetricId(), metric)));
        }
    }

    private Evidence evidence(List<Receipt> receipts) {
        return new Evidence(
                List.copyOf(issues),
                List.copyOf(pages),
                List.copyOf(articles),
                List.copyOf(enriched),
                List.copyOf(metrics),
                List.of(),
                List.of(),
                receipts.stream()
                        .map(receipt -> new Kept<>("r", 0, 0, "d", receipt))
                        .toList(),
                List.of());
    }
}
