package dev.broadsheet.sink.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store promises. A store's test extends this and says how it is opened and looked into. */
public abstract class StoreContract {
    protected static final Partition PAGES = new Partition("pages", 3);
    private static final Version OLD = Samples.version(1);
    private static final Version NEW = Samples.version(2);

    private final Map<Partition, Long> next = new HashMap<>();
    protected Store store = closed();

    /** An empty store, prepared. */
    protected abstract Store open();

    /** What the store shows as current: article ids with their text, entities and figures as "id text e m". */
    protected abstract List<String> current();

    /** The newest figures as "series value reports". */
    protected abstract List<String> latest();

    /** The projects it holds as "id stage articles". */
    protected abstract List<String> projects();

    /** Versions that stood for pages, in their order, as "page issue replaced-by"; "-" for one that stands. */
    protected abstract List<String> history();

    /** Number of receipts. */
    protected abstract int receipts();

    @BeforeEach
    void openStore() {
        store = open();
        next.putAll(store.offsets(List.of(PAGES)));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void anUnknownPartitionStartsAtTheBeginning() {
        assertThat(next).containsEntry(PAGES, 0L);
    }

    @Test
    void anArticleIsReplacedWhole() {
        write(article(OLD, "旧文", 3, 2));
        StoredArticle newer =
                Samples.article(Samples.articleId(OLD, 0), "page", NEW, 0, "新文", Samples.findings("x", 1, 1));
        write(newer);

        assertThat(current()).containsExactly(Samples.articleId(OLD, 0) + " 新文 1 1");
    }

    @Test
    void anOlderVersionChangesNothing() {
        StoredArticle newer =
                Samples.article(Samples.articleId(OLD, 0), "page", NEW, 0, "新文", Samples.findings("x", 1, 1));
        write(newer);
        Written written = write(article(OLD, "旧文", 3, 2));

        assertThat(written.unchanged()).isEqualTo(1);
        assertThat(current()).containsExactly(Samples.articleId(OLD, 0) + " 新文 1 1");
    }

    @Test
    void ofTwoVersionsInOneBatchTheNewerStands() {
        StoredArticle newer =
                Samples.article(Samples.articleId(OLD, 0), "page", NEW, 0, "新文", Samples.findings("x", 1, 1));
        write(newer, article(OLD, "旧文", 3, 2));

        assertThat(current()).containsExactly(Samples.articleId(OLD, 0) + " 新文 1 1");
    }

    @Test
    void aRetractedArticleIsGoneFromWhatIsCurrentAndStaysGone() {
        StoredArticle article = article(OLD, "旧文", 3, 2);
        write(article);
        write(Samples.retracted(article, NEW));
        write(article);

        assertThat(current()).isEmpty();
    }

    @Test
    void readingEverythingAgainChangesNothing() {
        List<Change> all =
                List.of(Samples.page("page", OLD, 1), article(OLD, "旧文", 3, 2), Samples.receipt(OLD, "SPLIT"));
        Written first = write(all.toArray(new Change[0]));
        assertThat(first.completed()).hasSize(1);
        List<String> before = current();

        Written again = store.write(new Batch(all, List.of(new OffsetMove(PAGES, 3, 3))));

        assertThat(again.unchanged()).isEqualTo(3);
        assertThat(again.completed()).isEmpty();
        assertThat(current()).isEqualTo(before);
        assertThat(receipts()).isEqualTo(1);
        assertThat(drain()).hasSize(1);
    }

    @Test
    void aProjectIsAsItsLastRecordSaysAndGoneWhenItIsRetracted() {
        assertThat(write(Samples.project("p", NEW, "STARTED", 2), Samples.project("q", NEW, "SIGNED", 1))
                        .projects())
                .isEqualTo(2);
        assertThat(projects()).containsExactly("p STARTED 2", "q SIGNED 1");

        // An article went: what stands is older than what stood.
        assertThat(write(Samples.project("p", OLD, "SIGNED", 1)).projects()).isEqualTo(1);
        assertThat(projects()).containsExactly("p SIGNED 1", "q SIGNED 1");

        write(Samples.project("p", OLD, "COMPLETED", 1), Samples.gone("p", NEW), Samples.gone("never", NEW));
        assertThat(projects()).containsExactly("q SIGNED 1");
    }

    @Test
    void aProjectReadAgainChangesNothing() {
        write(Samples.project("p", NEW, "STARTED", 2));
        Written again = write(Samples.project("p", NEW, "STARTED", 2));

        assertThat(again.projects()).isZero();
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(write(Samples.project("p", NEW, "STARTED", 3)).projects()).isEqualTo(1);
        assertThat(projects()).containsExactly("p STARTED 3");
    }

    @Test
    void aPageIsAnnouncedOnceWhenAllItsArticlesAreThereInAnyOrder() {
        assertThat(write(article(OLD, "甲", 0, 0)).completed()).isEmpty();
        assertThat(write(Samples.page("page", OLD, 2)).completed()).isEmpty();
        assertThat(write(Samples.article("page", OLD, 1, "乙", 0, 0)).completed())
                .singleElement()
                .satisfies(page -> {
                    assertThat(page.pageId()).isEqualTo("page");
                    assertThat(page.version()).isEqualTo(OLD);
                    assertThat(page.articles()).isEqualTo(2);
                });
        assertThat(drain()).hasSize(1);
    }

    @Test
    void aPageWithoutArticlesIsAnnouncedAtOnceAndEachVersionOnItsOwn() {
        assertThat(write(Samples.page("page", OLD, 0)).completed()).hasSize(1);
        assertThat(write(Samples.page("page", NEW, 0)).completed()).hasSize(1);
        assertThat(write(Samples.page("page", OLD, 0)).completed()).isEmpty();
    }

    @Test
    void everyVersionThatStoodForAPageIsKeptAndLeadsToTheNext() {
        write(Samples.page("page", OLD, 1));
        write(Samples.page("other", OLD, 0));
        assertThat(history()).containsExactly(stood("other", OLD, null), stood("page", OLD, null));

        write(Samples.page("page", NEW, 0));
        assertThat(history())
                .containsExactly(stood("other", OLD, null), stood("page", OLD, NEW), stood("page", NEW, null));
    }

    @Test
    void versionsThatReplaceEachOtherInOneBatchAreKeptTooEachOnce() {
        Version newest = Samples.version(3);
        Change[] versions = {Samples.page("page", OLD, 1), Samples.page("page", newest, 1), Samples.page("page", NEW, 1)
        };
        assertThat(write(versions[0], Samples.page("page", NEW, 1), versions[1]).pages())
                .isEqualTo(3);
        List<String> before = history();
        assertThat(before)
                .containsExactly(stood("page", OLD, NEW), stood("page", NEW, newest), stood("page", newest, null));

        assertThat(write(versions).unchanged()).isEqualTo(3);
        assertThat(history()).isEqualTo(before);
    }

    @Test
    void aCorrectionOlderThanWhatStandsChangesNeitherPageNorHistory() {
        write(Samples.page("page", NEW, 1), Samples.article("page", NEW, 0, "新文", 1, 1));

        Written late = write(Samples.page("page", OLD, 2), article(OLD, "旧文", 3, 2));

        assertThat(late.pages()).isZero();
        assertThat(late.completed()).isEmpty();
        assertThat(history()).containsExactly(stood("page", NEW, null));
    }

    @Test
    void aHigherGenerationOfTheSameIssueReplacesItToo() {
        write(Samples.page("page", OLD, 1));
        Version again = new Version(OLD.receivedAt(), OLD.issueId(), OLD.generation() + 1);
        write(Samples.page("page", again, 1));

        assertThat(history()).containsExactly(stood("page", OLD, OLD), stood("page", OLD, null));
    }

    @Test
    void articlesOfAnotherVersionDoNotCompleteAPage() {
        write(article(OLD, "甲", 0, 0));

        assertThat(write(Samples.page("page", NEW, 1)).completed()).isEmpty();
    }

    @Test
    void aWriterThatLostItsPartitionChangesNothing() {
        store.write(new Batch(List.of(article(OLD, "甲", 0, 0)), List.of(new OffsetMove(PAGES, 0, 5))));

        Batch zombie =
                new Batch(List.of(Samples.article("page", OLD, 1, "乙", 0, 0)), List.of(new OffsetMove(PAGES, 0, 1)));
        assertThatThrownBy(() -> store.write(zombie)).isInstanceOf(NotOwnerException.class);

        assertThat(current()).hasSize(1);
        assertThat(store.offsets(List.of(PAGES))).containsEntry(PAGES, 5L);
    }

    @Test
    void theNewestFigureOfASeriesIsTheLastOneRead() {
        assertThat(write(Samples.latest("s1", 1, 1), Samples.latest("s2", 5, 1), Samples.latest("s1", 2, 2))
                        .latest())
                .isEqualTo(2);
        assertThat(latest()).containsExactly("s1 2 2", "s2 5 1");

        Written restored = write(Samples.latest("s1", 1, 1));
        assertThat(restored.latest()).isEqualTo(1);
        assertThat(latest()).containsExactly("s1 1 1", "s2 5 1");
    }

    @Test
    void aSeriesThatNothingReportsAnyMoreIsGoneAndMayComeBack() {
        write(Samples.latest("s1", 1, 1), Samples.latest("s2", 5, 1));
        assertThat(write(new StoredLatest("s1", null)).latest()).isEqualTo(1);
        assertThat(latest()).containsExactly("s2 5 1");

        write(new StoredLatest("s2", null), Samples.latest("s2", 6, 1));
        assertThat(latest()).containsExactly("s2 6 1");
    }

    @Test
    void aNewestFigureReadAgainChangesNothing() {
        write(Samples.latest("s1", 1, 1));

        Written again = write(Samples.latest("s1", 1, 1), new StoredLatest("s3", null));

        assertThat(again.latest()).isZero();
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(latest()).containsExactly("s1 1 1");
    }

    @Test
    void aRefusedRecordWithoutAVersionIsStoredWhenItIsReplayedAndThatOnce() {
        write(refused(project(5)), refused(latest(6)));

        Written replayed = write(
                new Retried(project(5), Samples.project("p", OLD, "SIGNED", 1)),
                new Retried(latest(6), Samples.latest("s1", 1, 1)));
        assertThat(replayed.projects()).isEqualTo(1);
        assertThat(replayed.latest()).isEqualTo(1);
        assertThat(projects()).containsExactly("p SIGNED 1");
        assertThat(latest()).containsExactly("s1 1 1");

        write(Samples.project("p", NEW, "STARTED", 2), new StoredLatest("s1", null));
        Written again = write(
                new Retried(project(5), Samples.project("p", OLD, "SIGNED", 1)),
                new Retried(latest(6), Samples.latest("s1", 1, 1)));
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(projects()).containsExactly("p STARTED 2");
        assertThat(latest()).isEmpty();
    }

    @Test
    void whatWasReadAfterARefusalStandsThoughItIsReplayed() {
        write(refused(project(5)), refused(latest(6)));
        write(Samples.gone("p", NEW), Samples.latest("s1", 2, 1));

        write(
                new Retried(project(5), Samples.project("p", OLD, "SIGNED", 1)),
                new Retried(latest(6), Samples.latest("s1", 1, 1)));

        assertThat(projects()).isEmpty();
        assertThat(latest()).containsExactly("s1 2 1");
    }

    @Test
    void whatWasReadAfterARefusalStandsInOneBatchToo() {
        write(refused(project(5)), Samples.project("p", NEW, "STARTED", 2), refused(latest(6)));
        write(
                new Retried(project(5), Samples.project("p", OLD, "SIGNED", 1)),
                new Retried(latest(6), Samples.latest("s1", 1, 1)),
                Samples.latest("s1", 3, 1));

        assertThat(projects()).containsExactly("p STARTED 2");
        assertThat(latest()).containsExactly("s1 3 1");
    }

    @Test
    void ofTwoRefusalsOfAKeyOnlyTheLaterIsStored() {
        write(Samples.project("p", OLD, "PLANNED", 1));
        write(refused(project(5)));
        write(refused(project(7)));

        write(new Retried(project(7), Samples.project("p", NEW, "STARTED", 2)));
        Written earlier = write(new Retried(project(5), Samples.project("p", OLD, "SIGNED", 1)));

        assertThat(earlier.unchanged()).isEqualTo(1);
        assertThat(projects()).containsExactly("p STARTED 2");
    }

    @Test
    void aRefusalOfOneKeyAllowsNoOther() {
        write(refused(project(5)));

        Written other = write(
                new Retried(new RefusedRecord(LastRecord.PROJECTS, "q", 0, 5), Samples.project("q", OLD, "SIGNED", 1)),
                new Retried(new RefusedRecord(LastRecord.METRICS_LATEST, "p", 0, 5), Samples.latest("p", 1, 1)));

        assertThat(other.unchanged()).isEqualTo(2);
    }

    @Test
    void aReplayThatIsRefusedAgainMayBeReplayedAgain() {
        write(refused(project(5)));
        List<Refused> again = new ArrayList<>();
        StoredProject bad = Samples.project("p", OLD, "坏\0", 1);
        new BatchWriter(store, written -> {})
                .write(
                        List.of(new BatchWriter.Entry(
                                PAGES, next.getOrDefault(PAGES, 0L), new Retried(project(5), bad))),
                        next,
                        (entry, cause) -> {
                            again.add(new Refused(List.of(), null));
                            return again.get(0);
                        });
        assertThat(again).hasSize(1);

        write(new Retried(project(5), Samples.project("p", OLD, "SIGNED", 1)));
        assertThat(projects()).containsExactly("p SIGNED 1");
    }

    @Test
    void oneBadRecordIsIsolatedAndTheOthersPass() {
        List<BatchWriter.Entry> entries = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            String text = i == 4 ? "坏\0文" : "好文";
            entries.add(new BatchWriter.Entry(PAGES, i, Samples.article("page", OLD, i, text, 1, 1)));
        }
        List<Written> written = new ArrayList<>();
        List<Long> refused = new ArrayList<>();
        new BatchWriter(store, written::add).write(entries, next, (entry, cause) -> {
            refused.add(entry.offset());
            return new Refused(List.of(new Outgoing("dead-letters", "pages-3-4", new byte[] {1})), null);
        });

        assertThat(refused).containsExactly(4L);
        assertThat(current()).hasSize(8).noneMatch(article -> article.contains("坏"));
        assertThat(written.stream().mapToInt(Written::refused).sum()).isEqualTo(1);
        assertThat(store.offsets(List.of(PAGES))).containsEntry(PAGES, 9L);
        assertThat(drain()).extracting(Outgoing::key).containsExactly("pages-3-4");
    }

    @Test
    void whatTheBrokerDidNotTakeIsSentAgainTheSame() {
        write(Samples.page("page", OLD, 0));
        List<Outgoing> sent = new ArrayList<>();
        assertThatThrownBy(() -> store.relay(messages -> {
                    sent.addAll(messages);
                    throw new IllegalStateException("crash between the broker's word and the delete");
                }))
                .hasMessageContaining("crash");

        List<Outgoing> again = drain();
        assertThat(again).hasSize(1);
        assertThat(again.get(0).value()).isEqualTo(sent.get(0).value());
        assertThat(drain()).isEmpty();
    }

    protected Written write(Change... changes) {
        long from = next.getOrDefault(PAGES, 0L);
        Written written =
                store.write(new Batch(List.of(changes), List.of(new OffsetMove(PAGES, from, from + changes.length))));
        next.put(PAGES, from + changes.length);
        return written;
    }

    protected List<Outgoing> drain() {
        List<Outgoing> sent = new ArrayList<>();
        int relayed;
        do {
            relayed = store.relay(sent::addAll);
        } while (relayed > 0);
        return sent;
    }

    private static String stood(String page, Version version, @Nullable Version replacedBy) {
        return page + " " + version.issueId() + " " + (replacedBy == null ? "-" : replacedBy.issueId());
    }

    private static StoredArticle article(Version version, String text, int entities, int metrics) {
        return Samples.article("page", version, 0, text, entities, metrics);
    }

    private static RefusedRecord project(long offset) {
        return new RefusedRecord(LastRecord.PROJECTS, "p", 0, offset);
    }

    private static RefusedRecord latest(long offset) {
        return new RefusedRecord(LastRecord.METRICS_LATEST, "s1", 0, offset);
    }

    private static Refused refused(RefusedRecord place) {
        return new Refused(List.of(), place);
    }

    private static Store closed() {
        return new NoStore();
    }
}
