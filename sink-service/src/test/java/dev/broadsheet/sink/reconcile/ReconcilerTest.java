package dev.broadsheet.sink.reconcile;

import static dev.broadsheet.sink.reconcile.World.articleId;
import static dev.broadsheet.sink.reconcile.World.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.broadsheet.sink.reconcile.Fact.ArticleFact;
import dev.broadsheet.sink.reconcile.Fact.EnrichedFact;
import dev.broadsheet.sink.reconcile.Fact.IssueFact;
import dev.broadsheet.sink.reconcile.Fact.LetterFact;
import dev.broadsheet.sink.reconcile.Fact.MetricFact;
import dev.broadsheet.sink.reconcile.Fact.PageFact;
import dev.broadsheet.sink.reconcile.Fact.ReceiptFact;
import dev.broadsheet.sink.reconcile.Fact.UnreadableFact;
import dev.broadsheet.sink.reconcile.StoreContents.ArticleRow;
import dev.broadsheet.sink.reconcile.StoreContents.PageRow;
import dev.broadsheet.sink.store.Version;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReconcilerTest {
    private static final Duration SETTLE = Duration.ofSeconds(60);
    private static final Version FIRST = version(1, 1);
    private static final String ARTICLE = articleId(FIRST, 0);
    private static final Work SPLITTING = Work.ofDelivery("split", "delivery1", FIRST.issueId());
    private static final Work GUARDING = new Work("split", Work.SPLIT_PAGES, "page1");
    private static final Work ENRICHING = new Work("enrich", "articles", ARTICLE);
    private static final Work STORING = new Work("sink.postgresql", "articles.enriched", ARTICLE);

    private final World world = new World();
    private final Deque<Runnable> meanwhile = new ArrayDeque<>();
    private Instant now = World.RECEIVED.plusSeconds(3600);

    /** Every healthy world: what is done, split again, repeated, given up, refused or still on its way is no difference. */
    static Stream<Arguments> healthy() {
        return Stream.of(
                world("nothing at all", world -> {}),
                world("three pages", world -> world.whole(1).whole(2).whole(3)),
                world("a page without articles", world -> world.delivered(1, "page1", FIRST, 0)),
                world(
                        "the same delivery taken in twice",
                        world -> world.whole(1).received(1, "delivery1")),
                world(
                        "a duplicate",
                        world -> world.whole(1)
                                .received(1, "again")
                                .receipt("DUPLICATE", "ingest", "again", null, FIRST)),
                world("a rejected file", world -> world.receipt("REJECTED", "ingest", "bad", null, version(9, 1))),
                world(
                        "a page that cannot be split",
                        world -> world.received(1, "delivery1")
                                .receipt("FAILED", "ingest", "delivery1", null, FIRST)
                                .letter(SPLITTING, null, "DEAD")),
                world(
                        "the same, replayed and split",
                        world -> world.received(1, "delivery1")
                                .receipt("FAILED", "ingest", "delivery1", null, FIRST)
                                .letter(SPLITTING, null, "DEAD")
                                .letter(SPLITTING, null, "REPLAYED")
                                .split(1, "page1", FIRST, 2)
                                .done("page1", FIRST, 2)),
                world("a superseded page", world -> world.whole(1).delivered(2, "page1", version(2, 1), 1)),
                world(
                        "a late page",
                        world -> world.delivered(2, "page1", version(2, 1), 1)
                                .received(1, "delivery1")
                                .receipt("SPLIT", "ingest", "delivery1", "page1", FIRST)
                                .receipt("LATE", "ingest", "delivery1", "page1", FIRST)),
                world(
                        "a reprocessed page with fewer articles",
                        world -> world.whole(1)
                                .split(1, "page1", version(1, 2), 1)
                                .done("page1", version(1, 2), 1)),
                world(
                        "bytes that nobody reads",
                        world -> world.receipt("RECEIVED", "ingest", "delivery1", null, FIRST)
                                .letter(new Work("split", "issues", FIRST.issueId()), null, "DEAD")),
                world(
                        "a page that the version guard gave up",
                        world -> world.received(1, "delivery1")
                                .letter(Set.of(SPLITTING, GUARDING), FIRST, "DEAD", false)),
                world(
                        "a newer version that the guard wrote in part",
                        world -> world.whole(1)
                                .received(2, "delivery2")
                                .receipt("SPLIT", "ingest", "delivery2", "page1", version(2, 1))
                                .letter(GUARDING, version(2, 1), "DEAD", true)),
                world("a page of which the guard wrote the articles only", world -> {
                    partly(world, PageFact.class::isInstance).pageRows().clear();
                }),
                world("a page of which the guard wrote all articles but one", world -> {
                    partly(world, fact -> about(fact).equals(ARTICLE)).lose(is("ENRICHED"));
                    refused(world);
                }),
                world("the same, replayed", ReconcilerTest::repeated),
                world(
                        "an article of which one figure could not be written",
                        world -> world.whole(1).lose(ReconcilerTest::isFigure).letter(ENRICHING, FIRST, "DEAD", true)),
                world("the same, replayed", world -> {
                    world.whole(1).letter(ENRICHING, FIRST, "DEAD", true).letter(ENRICHING, FIRST, "REPLAYED", true);
                    world.enrich(new ArticleFact(ARTICLE, "page1", FIRST, true, 0));
                }),
                world("an article that cannot be enriched", world -> deadArticle(world, "DEAD")),
                world("the same, discarded", world -> deadArticle(world, "DISCARDED")),
                world("an article that the store refuses", world -> {
                    refused(world.whole(1));
                    world.letter(STORING, FIRST, "DEAD");
                }),
                world("a page that the store refuses", world -> {
                    world.whole(1)
                            .letter(new Work("sink.postgresql", "pages", "page1"), FIRST, "DEAD")
                            .lose(is("STORED"));
                    world.pageRows().clear();
                }),
                world("a reprocessing that enrich gave up", world -> {
                    Version again = version(1, 2);
                    world.whole(1).split(1, "page1", again, 1).letter(ENRICHING, again, "DEAD");
                    world.enrich(new ArticleFact(articleId(FIRST, 1), "page1", again, false, 0));
                    world.articleRows().remove(articleId(FIRST, 1));
                    world.pageRows().put("page1", new PageRow("page1", again, true, false));
                }),
                world(
                        "articles that were kept for a month",
                        world -> world.whole(1)
                                .keptSince(FIRST.receivedAt().plusSeconds(1))
                                .lose(ArticleFact.class::isInstance)
                                .lose(IssueFact.class::isInstance)),
                world(
                        "a STORED receipt that was sent twice",
                        world -> world.whole(1).repeat(is("STORED"))),
                world(
                        "a record nobody reads, kept as a letter",
                        world -> world.whole(1)
                                .add(
                                        "articles",
                                        new UnreadableFact("articles", 0, 0, World.RECEIVED, "letter"),
                                        "page1")
                                .letter("letter")));
    }

    /** Every breach, with the kind and place that have to be named, and no other. */
    static Stream<Arguments> breaches() {
        return Stream.of(
                breach("bytes lost", world -> world.lose(IssueFact.class::isInstance), Kind.LOST, "issues"),
                breach("RECEIVED lost", world -> world.lose(is("RECEIVED")), Kind.LOST, "receipts"),
                breach("ENRICHED lost", world -> world.lose(is("ENRICHED")), Kind.LOST, "receipts"),
                breach("STORED lost", world -> world.lose(is("STORED")), Kind.LOST, "receipts"),
                breach(
                        "STORED twice",
                        world -> world.receipt("STORED", "sink", "", "page1", FIRST),
                        Kind.DUPLICATED,
                        "receipts"),
                breach(
                        "never split",
                        world -> {
                            world.received(7, "delivery7");
                        },
                        Kind.STRANDED,
                        "receipts"),
                breach(
                        "replayed, never split",
                        world -> world.received(7, "delivery7")
                                .receipt("FAILED", "ingest", "delivery7", null, version(7, 1))
                                .letter(
                                        Work.ofDelivery(
                                                "split",
                                                "delivery7",
                                                version(7, 1).issueId()),
                                        null,
                                        "REPLAYED"),
                        Kind.STRANDED,
                        "receipts"),
                breach(
                        "split, but no page",
                        world -> world.received(7, "delivery7")
                                .receipt("SPLIT", "ingest", "delivery7", "page7", version(7, 1)),
                        Kind.LOST,
                        "pages"),
                breach(
                        "newer version split, but no page",
                        world -> world.received(7, "delivery7")
                                .receipt("SPLIT", "ingest", "delivery7", "page1", version(7, 1)),
                        Kind.LOST,
                        "pages"),
                breach("page lost", world -> world.lose(PageFact.class::isInstance), Kind.LOST, "pages"),
                breach("page twice", world -> world.repeat(PageFact.class::isInstance), Kind.DUPLICATED, "pages"),
                breach("article lost", world -> world.lose(ReconcilerTest::isArticle), Kind.LOST, "articles"),
                breach("article twice", world -> world.repeat(ReconcilerTest::isArticle), Kind.DUPLICATED, "articles"),
                breach(
                        "article of no page",
                        world -> world.article(FIRST.issueId() + "-99", "page1", FIRST, true),
                        Kind.ORPHAN,
                        "articles"),
                breach(
                        "not retracted",
                        world -> world.split(1, "page1", version(1, 2), 1)
                                .done("page1", version(1, 2), 1)
                                .lose(fact -> fact instanceof EnrichedFact one && !one.current())
                                .lose(fact -> fact instanceof MetricFact one && !one.current()),
                        Kind.ORPHAN,
                        "articles.enriched"),
                breach(
                        "enriched lost",
                        world -> world.lose(ReconcilerTest::isEnriched),
                        Kind.LOST,
                        "articles.enriched"),
                breach(
                        "enriched twice",
                        world -> world.repeat(ReconcilerTest::isEnriched),
                        Kind.DUPLICATED,
                        "articles.enriched"),
                breach(
                        "reprocessed, not enriched",
                        world -> world.split(1, "page1", version(1, 2), 2),
                        Kind.STALE,
                        "articles.enriched",
                        Kind.STALE,
                        "postgresql"),
                breach(
                        "replayed, not enriched",
                        world -> world.lose(ReconcilerTest::isEnriched).letter(ENRICHING, FIRST, "REPLAYED"),
                        Kind.STRANDED,
                        "articles.enriched"),
                breach(
                        "dead in another generation",
                        world -> world.lose(ReconcilerTest::isEnriched).letter(ENRICHING, version(1, 2), "DEAD"),
                        Kind.LOST,
                        "articles.enriched"),
                breach(
                        "figure lost",
                        world -> world.lose(fact ->
                                fact instanceof MetricFact one && one.metricId().equals(ARTICLE + "#m1-0-5")),
                        Kind.LOST,
                        "metrics"),
                breach(
                        "figure twice",
                        world -> world.repeat(fact ->
                                fact instanceof MetricFact one && one.metricId().equals(ARTICLE + "#m1-0-5")),
                        Kind.DUPLICATED,
                        "metrics"),
                breach(
                        "figure of no article",
                        world -> world.add(
                                "metrics", new MetricFact(ARTICLE + "#m7-0-1", ARTICLE, "page1", FIRST, true), "page1"),
                        Kind.ORPHAN,
                        "metrics"),
                breach("row of a page lost", world -> world.pageRows().remove("page1"), Kind.LOST, "postgresql"),
                breach(
                        "row of a page older",
                        world -> world.pageRows().put("page1", new PageRow("page1", version(0, 1), true, true)),
                        Kind.STALE,
                        "postgresql"),
                breach(
                        "row of a page newer",
                        world -> world.pageRows().put("page1", new PageRow("page1", version(5, 1), true, true)),
                        Kind.LOST,
                        "pages"),
                breach(
                        "page never called whole",
                        world -> world.pageRows().put("page1", new PageRow("page1", FIRST, true, false)),
                        Kind.STRANDED,
                        "postgresql"),
                breach(
                        "page of no topic",
                        world -> world.pageRows().put("x", new PageRow("x", FIRST, true, true)),
                        Kind.ORPHAN,
                        "postgresql"),
                breach("row of an article lost", world -> world.articleRows().remove(ARTICLE), Kind.LOST, "postgresql"),
                breach(
                        "row of an article older",
                        world -> row(world, version(0, 1), true, 3, 2),
                        Kind.STALE,
                        "postgresql"),
                breach(
                        "row of an article retracted",
                        world -> row(world, FIRST, false, 0, 0),
                        Kind.STALE,
                        "postgresql"),
                breach("entity lost", world -> row(world, FIRST, true, 2, 2), Kind.LOST, "postgresql"),
                breach("figure's row twice", world -> row(world, FIRST, true, 3, 3), Kind.DUPLICATED, "postgresql"),
                breach(
                        "row of an article of no page",
                        world -> world.articleRows().put("x", new ArticleRow("x", "page1", FIRST, true, 0, 0)),
                        Kind.ORPHAN,
                        "postgresql"),
                breach(
                        "letter of the store replayed in vain",
                        world -> {
                            world.articleRows().remove(ARTICLE);
                            world.letter(STORING, FIRST, "REPLAYED");
                        },
                        Kind.STRANDED,
                        "postgresql"),
                breach(
                        "letter of another delivery's bytes",
                        world -> world.received(7, "delivery7")
                                .letter(
                                        Work.ofDelivery(
                                                "split", "other", version(7, 1).issueId()),
                                        null,
                                        "DEAD"),
                        Kind.STRANDED,
                        "receipts"),
                breach(
                        "letter of a receipt under the page's own key",
                        world -> {
                            world.pageRows().remove("page1");
                            world.letter(new Work("sink.postgresql", "receipts", "page1"), null, "DEAD");
                        },
                        Kind.LOST,
                        "postgresql"),
                breach(
                        "letter of an older version at the guard",
                        world -> world.received(7, "delivery7")
                                .receipt("SPLIT", "ingest", "delivery7", "page1", version(7, 1))
                                .letter(GUARDING, FIRST, "DEAD", true),
                        Kind.LOST,
                        "pages"),
                breach(
                        "page twice, replayed whole",
                        world -> world.repeat(PageFact.class::isInstance).letter(GUARDING, FIRST, "REPLAYED", false),
                        Kind.DUPLICATED,
                        "pages"),
                breach(
                        "page again and again, replayed once",
                        world -> world.repeat(ReconcilerTest::isFirstPage)
                                .repeat(ReconcilerTest::isFirstPage)
                                .letter(GUARDING, FIRST, "REPLAYED", true),
                        Kind.DUPLICATED,
                        "pages"),
                breach(
                        "page of the store replayed in vain",
                        world -> {
                            world.pageRows().remove("page1");
                            world.letter(new Work("sink.postgresql", "pages", "page1"), FIRST, "REPLAYED");
                        },
                        Kind.STRANDED,
                        "postgresql"),
                breach(
                        "record nobody reads and no letter holds",
                        world -> world.add(
                                "articles", new UnreadableFact("articles", 0, 0, World.RECEIVED, "x"), "page1"),
                        Kind.LOST,
                        "dead-letters"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("healthy")
    void nothingDiffersIn(String name, Consumer<World> healthy) throws Exception {
        healthy.accept(world);

        Report report = run(Instant.EPOCH);

        assertThat(report.differences()).isEmpty();
        assertThat(report.isClean()).as(report.equations().toString()).isTrue();
        assertThat(report.pending()).isZero();
        assertThat(report.looks()).isEqualTo(1);
    }

    /** What was given up, or written once more, so long ago that no letter tells of it any more, and which part of the equations tells instead. */
    static Stream<Arguments> forgotten() {
        return Stream.of(
                forgotten(
                        "bytes that nobody read",
                        "deliveries failed",
                        world -> world.receipt("RECEIVED", "ingest", "delivery1", null, FIRST)),
                forgotten(
                        "a page that the guard gave up", "deliveries failed", world -> world.received(1, "delivery1")),
                forgotten(
                        "a page of which the guard wrote the receipt only",
                        "pages dead",
                        world ->
                                world.received(1, "delivery1").receipt("SPLIT", "ingest", "delivery1", "page1", FIRST)),
                forgotten(
                        "a newer version of which the guard wrote the receipt only",
                        "",
                        world -> world.whole(1)
                                .received(2, "delivery2")
                                .receipt("SPLIT", "ingest", "delivery2", "page1", version(2, 1))),
                forgotten(
                        "an article that could not be enriched", "articles dead", world -> deadArticle(world, "DEAD")),
                forgotten(
                        "a figure that could not be written",
                        "figures of enriched articles dead",
                        world -> world.whole(1).lose(ReconcilerTest::isFigure)),
                forgotten(
                        "an article that the store refused",
                        "articles for postgresql dead",
                        world -> refused(world.whole(1))),
                forgotten(
                        "a page that the store refused",
                        "pages dead",
                        world -> world.whole(1).lose(is("STORED")).pageRows().clear()),
                forgotten(
                        "a record nobody read",
                        "",
                        world -> world.whole(1)
                                .add(
                                        "articles",
                                        new UnreadableFact("articles", 0, 0, World.RECEIVED, "letter"),
                                        "page1")),
                forgotten(
                        "a page that was split once more by a replay",
                        "",
                        world -> world.whole(1).receipt("SPLIT", "ingest", "delivery1", "page1", FIRST)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgotten")
    void whatALetterToldOfThatIsNoLongerKeptIsDead(String name, String dead, Consumer<World> world) throws Exception {
        world.accept(this.world);
        this.world.lose(LetterFact.class::isInstance);
        assertThat(run(Instant.EPOCH).isClean()).as("while the letter is kept").isFalse();

        this.world.lettersKeptSince(World.RECEIVED.plusSeconds(60));
        Report report = run(Instant.EPOCH);

        assertThat(report.differences()).isEmpty();
        assertThat(report.isClean()).as(report.equations().toString()).isTrue();
        assertThat(dead.isEmpty()
                        || report.equations().stream()
                                .flatMap(equation -> equation.parts().entrySet().stream()
                                        .filter(part -> part.getValue() > 0)
                                        .map(part -> equation.name() + " " + part.getKey()))
                                .anyMatch(dead::equals))
                .as(report.equations().toString())
                .isTrue();
    }

    @Test
    void whatWasStoredOnceOrSplitLaterThanLettersAreKeptIsMissedAsEver() throws Exception {
        world.whole(1).articleRows().remove(ARTICLE);
        world.lettersKeptSince(World.RECEIVED.plusSeconds(60));
        assertThat(run(Instant.EPOCH).differences())
                .extracting(Difference::kind, Difference::place)
                .containsExactly(tuple(Kind.LOST, "postgresql"));

        world.stored("page1", FIRST, 2)
                .lettersKeptSince(World.RECEIVED.plusMillis(5))
                .split(1, "page1", version(1, 2), 2);
        assertThat(run(Instant.EPOCH).differences())
                .extracting(Difference::kind, Difference::place)
                .contains(tuple(Kind.STALE, "articles.enriched"), tuple(Kind.STALE, "postgresql"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaches")
    void theBreachIsNamed(String name, Consumer<World> breach, Set<String> expected) throws Exception {
        world.whole(1).whole(2).whole(3);
        breach.accept(world);

        Report report = run(Instant.EPOCH);

        assertThat(report.differences().stream()
                        .map(found -> found.kind() + " " + found.place())
                        .collect(Collectors.toSet()))
                .isEqualTo(expected);
        assertThat(report.isClean()).isFalse();
        assertThat(report.total()).isEqualTo(report.differences().size());
        assertThat(report.differences())
                .allSatisfy(found -> assertThat(found.mend()).isNotBlank());
    }

    @Test
    void whatAStageHasNotComeToIsPendingAndNoDifference() throws Exception {
        world.whole(1).received(4, "delivery4").behind("issues", 1);
        Report report = run(Instant.EPOCH);
        assertThat(report.isClean()).isTrue();
        assertThat(report.pending()).isEqualTo(1);
        assertThat(report.looks()).isEqualTo(1);

        world.caughtUp()
                .split(4, "page4", version(4, 1), 2)
                .behind("articles", 2)
                .behind("pages", 1);
        report = run(Instant.EPOCH);
        assertThat(report.isClean()).as(report.differences().toString()).isTrue();
        assertThat(report.pending()).isEqualTo(1);

        world.caughtUp()
                .enriched("page4", version(4, 1), 2)
                .behind("articles.enriched", 2)
                .behind("pages", 1);
        report = run(Instant.EPOCH);
        assertThat(report.isClean()).as(report.differences().toString()).isTrue();
        assertThat(report.pending()).isEqualTo(1);

        world.caughtUp().stored("page4", version(4, 1), 2);
        report = run(Instant.EPOCH);
        assertThat(report.isClean()).isTrue();
        assertThat(report.pending()).isZero();
        assertThat(report.pages()).isEqualTo(2);
    }

    /** What lies inside a stage or on its retry topic, and the cause that has to be told. */
    static Stream<Arguments> waits() {
        Work splitting = Work.ofDelivery("split", "delivery7", version(7, 1).issueId());
        Work guarding = new Work("split", Work.SPLIT_PAGES, "page7");
        return Stream.of(
                arguments(
                        "split has not come to it on by-page",
                        wait(world ->
                                world.received(7, "delivery7").waits("by-page", version(7, 1), splitting, guarding))),
                arguments(
                        "split has not come to it on retry.split",
                        wait(world -> world.received(7, "delivery7")
                                .receipt("FAILED", "ingest", "delivery7", null, version(7, 1))
                                .letter(splitting, null, "DEAD")
                                .letter(splitting, null, "REPLAYED")
                                .waits("retry.split", null, splitting))),
                arguments(
                        "split has not come to it on by-page",
                        wait(world -> world.received(7, "delivery7")
                                .receipt("SPLIT", "ingest", "delivery7", "page7", version(7, 1))
                                .letter(guarding, version(7, 1), "REPLAYED", true)
                                .waits("by-page", version(7, 1), guarding))),
                arguments(
                        "split has not come to it on pages.backfill",
                        wait(world -> world.whole(1)
                                .receipt("SPLIT", "ingest", "delivery1", "page1", version(1, 2))
                                .letter(GUARDING, version(1, 2), "REPLAYED", true)
                                .waits("pages.backfill", version(1, 2), GUARDING))),
                arguments("enrich has not come to it on retry.enrich", wait(world -> {
                    deadArticle(world, "REPLAYED");
                    world.waits("retry.enrich", FIRST, ENRICHING);
                })),
                arguments("sink.postgresql has not come to it on retry.sink.postgresql", wait(world -> {
                    refused(world.whole(1));
                    world.letter(STORING, FIRST, "REPLAYED").waits("retry.sink.postgresql", FIRST, STORING);
                })));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waits")
    void whatWaitsInsideAStageOrToBeTriedAgainIsPendingHoweverLong(String cause, Consumer<World> waiting)
            throws Exception {
        world.whole(2).whole(3);
        waiting.accept(world);

        Report report = run(Instant.EPOCH);

        assertThat(report.differences()).isEmpty();
        assertThat(report.isClean()).as(report.equations().toString()).isTrue();
        assertThat(report.pending()).isPositive();
        assertThat(report.waits()).containsOnlyKeys(cause);

        world.caughtUp();
        assertThat(run(Instant.EPOCH).isClean()).as("without what waits").isFalse();
    }

    @Test
    void whatIsThereAtTheNextLookWasNeverMissing() throws Exception {
        world.whole(1).received(2, "delivery2").split(2, "page2", version(2, 1), 2);
        meanwhile.add(() -> world.enriched("page2", version(2, 1), 2));
        meanwhile.add(() -> world.stored("page2", version(2, 1), 2));

        Report report = run(Instant.EPOCH);

        assertThat(report.differences()).isEmpty();
        assertThat(report.isClean()).as(report.equations().toString()).isTrue();
        assertThat(report.looks()).isEqualTo(3);
        assertThat(report.pages()).isEqualTo(2);
    }

    @Test
    void aSuspectThatIsSupersededMeanwhileIsJudgedByItsNewVersion() throws Exception {
        world.whole(1).lose(ReconcilerTest::isArticle);
        meanwhile.add(() -> world.delivered(2, "page1", version(2, 1), 1));

        assertThat(run(Instant.EPOCH).differences()).isEmpty();
    }

    @Test
    void aDifferenceIsBelievedOnceItHasStayedForTheWholeTime() throws Exception {
        world.whole(1).articleRows().remove(ARTICLE);

        Report report = run(Instant.EPOCH);

        assertThat(report.took()).isBetween(SETTLE, SETTLE.plusSeconds(3));
        assertThat(report.differences()).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(Kind.LOST);
            assertThat(found.about()).isEqualTo("page1");
            assertThat(found.articleId()).isEqualTo(ARTICLE);
            assertThat(found.fileName()).isEqualTo("1.txt");
            assertThat(found.issueId()).isEqualTo(FIRST.issueId());
            assertThat(found.mend()).contains("reprocess --issue " + FIRST.issueId());
        });
    }

    @Test
    void sinceLeavesOutWhatWasReceivedBefore() throws Exception {
        world.whole(1).whole(2).articleRows().remove(ARTICLE);

        Report report = run(FIRST.receivedAt().plusSeconds(1));

        assertThat(report.differences()).isEmpty();
        assertThat(report.pages()).isEqualTo(1);
        assertThat(run(FIRST.receivedAt()).total()).isEqualTo(1);
    }

    @Test
    void theEquationsTellWhatBecameOfEverything() throws Exception {
        world.whole(1)
                .receipt("REJECTED", "ingest", "bad", null, version(9, 1))
                .received(1, "again")
                .receipt("DUPLICATE", "ingest", "again", null, FIRST);

        List<Equation> equations = run(Instant.EPOCH).equations();

        assertThat(equations.stream()
                        .map(equation -> equation.name() + " " + equation.total() + " = " + equation.parts()))
                .containsExactly(
                        "deliveries 3 = {split=1, duplicate=1, rejected=1, failed=0, pending=0}",
                        "pages 1 = {whole in postgresql=1, dead=0, pending=0}",
                        "articles 2 = {enriched=2, dead=0, pending=0}",
                        "articles for postgresql 2 = {stored=2, dead=0, pending=0}",
                        "figures of enriched articles 4 = {on metrics=4, dead=0, pending=0}",
                        "figures of stored articles 4 = {stored=4}",
                        "entities of stored articles 6 = {stored=6}");
    }

    private Report run(Instant since) throws InterruptedException {
        Clock clock = new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        return new Reconciler(world, world, clock, length -> {
                    now = now.plus(length);
                    if (!meanwhile.isEmpty()) {
                        meanwhile.remove().run();
                    }
                })
                .run(since, SETTLE);
    }

    private static Arguments world(String name, Consumer<World> healthy) {
        return arguments(name, healthy);
    }

    private static Arguments forgotten(String name, String dead, Consumer<World> world) {
        return arguments(name, dead, world);
    }

    private static Arguments breach(String name, Consumer<World> breach, Object... kindsAndPlaces) {
        Set<String> expected = new HashSet<>();
        List<Object> all = Arrays.asList(kindsAndPlaces);
        for (int i = 0; i < all.size(); i += 2) {
            expected.add(all.get(i) + " " + all.get(i + 1));
        }
        return arguments(name, breach, expected);
    }

    private static Consumer<World> wait(Consumer<World> waiting) {
        return waiting;
    }

    private static boolean isFirstPage(Fact fact) {
        return fact instanceof PageFact page && page.pageId().equals("page1");
    }

    private static boolean isFigure(Fact fact) {
        return fact instanceof MetricFact one && one.metricId().equals(ARTICLE + "#m1-0-5");
    }

    /** The article that a record is about; "" for others. */
    private static String about(Fact fact) {
        if (fact instanceof ArticleFact article) {
            return article.articleId();
        } else if (fact instanceof EnrichedFact enriched) {
            return enriched.articleId();
        }
        return fact instanceof MetricFact metric ? metric.articleId() : "";
    }

    /** The guard could not write some records of the page, which are missing therefore, and so is what follows from them. */
    private static World partly(World world, Predicate<Fact> lost) {
        return world.whole(1).letter(GUARDING, FIRST, "DEAD", true).lose(lost).lose(is("STORED"));
    }

    /** The guard wrote a page in part; after the replay all of it is there twice but for what had failed, and enrich took the articles for new ones. */
    private static void repeated(World world) {
        world.whole(1)
                .letter(GUARDING, FIRST, "DEAD", true)
                .letter(GUARDING, FIRST, "REPLAYED", true)
                .receipt("SPLIT", "ingest", "delivery1", "page1", FIRST)
                .repeat(fact -> isFirstPage(fact) || about(fact).startsWith(FIRST.issueId()));
    }

    private static Predicate<Fact> is(String state) {
        return fact -> fact instanceof ReceiptFact receipt
                && receipt.state().equals(state)
                && String.valueOf(receipt.issueId()).equals(FIRST.issueId());
    }

    private static boolean isArticle(Fact fact) {
        return fact instanceof ArticleFact article && article.articleId().equals(ARTICLE);
    }

    private static boolean isEnriched(Fact fact) {
        return fact instanceof EnrichedFact article && article.articleId().equals(ARTICLE);
    }

    private static void row(World world, Version version, boolean current, int entities, int metrics) {
        world.articleRows().put(ARTICLE, new ArticleRow(ARTICLE, "page1", version, current, entities, metrics));
    }

    private static void deadArticle(World world, String state) {
        world.whole(1)
                .letter(ENRICHING, FIRST, state)
                .lose(ReconcilerTest::isEnriched)
                .lose(fact ->
                        fact instanceof MetricFact metric && metric.articleId().equals(ARTICLE))
                .lose(is("ENRICHED"));
        refused(world);
    }

    private static void refused(World world) {
        world.lose(is("STORED")).articleRows().remove(ARTICLE);
        world.pageRows().put("page1", new PageRow("page1", FIRST, true, false));
    }
}
