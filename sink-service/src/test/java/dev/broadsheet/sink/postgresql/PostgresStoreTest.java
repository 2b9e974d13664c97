package dev.broadsheet.sink.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.sink.store.Batch;
import dev.broadsheet.sink.store.Change;
import dev.broadsheet.sink.store.CompletedPage;
import dev.broadsheet.sink.store.NotMigratedException;
import dev.broadsheet.sink.store.OffsetMove;
import dev.broadsheet.sink.store.Outgoing;
import dev.broadsheet.sink.store.Partition;
import dev.broadsheet.sink.store.Samples;
import dev.broadsheet.sink.store.Store;
import dev.broadsheet.sink.store.StoreContract;
import dev.broadsheet.sink.store.StoreUnavailableException;
import dev.broadsheet.sink.store.StoredFeed;
import dev.broadsheet.sink.store.StoredFeedControl;
import dev.broadsheet.sink.store.Unfinished;
import dev.broadsheet.sink.store.Version;
import dev.broadsheet.sink.store.Written;
import dev.broadsheet.sink.text.SearchVector;
import dev.broadsheet.testsupport.EmbeddedDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("backend")
class PostgresStoreTest extends StoreContract {
    private final EmbeddedDatabase database = EmbeddedDatabase.create();
    private String url = "";

    @BeforeAll
    void start() {
        database.start();
    }

    @AfterAll
    void stop() {
        database.close();
    }

    @Override
    protected Store open() {
        url = database.newDatabase();
        Store opened = another();
        opened.prepare();
        return opened;
    }

    @Override
    protected List<String> current() {
        return texts(
                "select o.article_id || ' ' || o.text || ' ' || (select count(*) from entities e where e.article_id ="
                        + " o.article_id) || ' ' || (select count(*) from metric_overview m where m.article_id ="
                        + " o.article_id) from article_overview o order by 1");
    }

    @Override
    protected List<String> latest() {
        return texts("select series_id || ' ' || normalized_value || ' ' || reports from metric_latest order by 1");
    }

    @Override
    protected List<String> projects() {
        return texts("select project_id || ' ' || stage || ' ' || articles from project_overview order by 1");
    }

    @Override
    protected List<String> history() {
        return texts("select page_id || ' ' || issue_id || ' ' || coalesce(replaced_by, '-') from page_history"
                + " order by page_id, received_at, issue_id, generation");
    }

    @Override
    protected int receipts() {
        return texts("select delivery_id from receipts").size();
    }

    @Test
    void theSchemaCanBePreparedTwice() {
        String versions = "select version from flyway_schema_history where success order by installed_rank";
        List<String> before = texts(versions);
        store.prepare();

        assertThat(texts(versions)).isEqualTo(before).startsWith("1", "2", "3", "4", "5", "6", "7", "8", "9");
    }

    @Test
    void aLetterIsWhatItsLastRecordSaysAndItsStoryIsKeptOnce() {
        write(Samples.letter("d1", "DEAD", 1), Samples.letter("d2", "DEAD", 1), Samples.letter("d1", "REPLAYED", 1));
        assertThat(write(Samples.letter("d1", "DEAD", 2)).letters()).isEqualTo(1);
        assertThat(write(Samples.letter("d1", "DEAD", 2)))
                .returns(0, Written::letters)
                .returns(1, Written::unchanged);

        assertThat(texts("select dead_letter_id || ' ' || state || ' ' || attempts || ' ' || feed ||"
                        + " coalesce(decided_by, '') from dead_letters order by 1"))
                .containsExactly("d1 DEAD 2 default", "d2 DEAD 1 default");
        assertThat(texts("select state || ' ' || attempts || ' ' || coalesce(decided_by, '-') from dead_letter_history"
                        + " where dead_letter_id = 'd1' order by at"))
                .containsExactly("DEAD 1 -", "REPLAYED 1 cli:wang", "DEAD 2 -");
        assertThat(texts("select headers::text from dead_letters where dead_letter_id = 'd2'"))
                .containsExactly("[{\"name\": \"feed\", \"value\": \"default\"}]");
    }

    @Test
    void aFeedIsWhatWasToldLastAndPausedOrNotByTheControlThatIsReadLastWhateverTheClocksSay() {
        Instant noon = Instant.parse("2024-03-08T04:00:00Z");
        write(new StoredFeedControl("morning", true, "double pages", "cli:wang", noon));
        write(
                new StoredFeed("morning", null, "Asia/Shanghai", List.of("05:00-09:30"), "i-2", noon),
                new StoredFeed("morning", "早报", "UTC", List.of(), "i-1", noon.minusSeconds(1)),
                new StoredFeedControl("morning", false, null, "cli:li", noon.minusSeconds(1)));

        assertThat(texts("select zone || windows::text || announced_by || paused || paused_by from feeds"))
                .containsExactly("Asia/Shanghai{05:00-09:30}i-2falsecli:li");
        assertThat(write(new StoredFeedControl("morning", true, null, "cli:li", noon.minusSeconds(2)))
                        .feeds())
                .isEqualTo(1);
        assertThat(texts("select feed from feeds where paused")).containsExactly("morning");
    }

    /** What a roll-back needs: the tables of the next version, the code of this one. */
    @Test
    void aDatabaseThatANewerVersionHasMigratedIsWrittenAsBefore() {
        for (String table : List.of(
                "pages",
                "page_versions",
                "articles",
                "entities",
                "metrics",
                "receipts",
                "projects",
                "metric_latest",
                "dead_letters",
                "dead_letter_history",
                "feeds")) {
            execute("alter table " + table + " add column added text not null default 'by a newer version'");
        }
        execute("insert into flyway_schema_history select max(installed_rank) + 1, '9999', 'newer', 'SQL',"
                + " 'V9999__newer.sql', 1, 'postgres', now(), 1, true from flyway_schema_history");
        try (Store older = another()) {
            older.prepare();
        }

        assertThat(write(
                                Samples.page("page", Samples.version(1), 1),
                                Samples.article("page", Samples.version(1), 0, "总投资300亿元", 2, 1),
                                Samples.receipt(Samples.version(1), "SPLIT"),
                                Samples.project("p", Samples.version(1), "STARTED", 1),
                                Samples.latest("s1", 1, 1),
                                Samples.letter("d", "DEAD", 1),
                                Samples.page("page", Samples.version(2), 0))
                        .unchanged())
                .isZero();
        assertThat(texts("select distinct added from (select added from pages union all select added from page_versions"
                        + " union all select added from entities union all select added from metrics"
                        + " union all select added from receipts) as rows"))
                .containsExactly("by a newer version");
        assertThat(StoreState.of(jdbc(), Clock.systemUTC()).newer()).containsExactly("V9999 newer");
    }

    @Test
    void theDoctorSeesHowTheDatabaseIsSetUp() {
        StoreState state = StoreState.of(jdbc(), Clock.systemUTC());

        assertThat(state.pending()).isEmpty();
        assertThat(state.newer()).isEmpty();
        assertThat(state.broken()).isEmpty();
        assertThat(state.schemaVersion()).isNotNull();
        assertThat(state.outbox()).isZero();
        assertThat(state.settings()).containsKeys("fsync", "synchronous_commit");
        assertThat(state.serverTime())
                .isBetween(state.asked().minusMillis(5), state.answered().plusMillis(5));

        url = database.newDatabase();
        assertThat(StoreState.of(jdbc(), Clock.systemUTC()))
                .returns(null, StoreState::schemaVersion)
                .returns(null, StoreState::outbox)
                .satisfies(fresh -> assertThat(fresh.pending()).hasSizeGreaterThan(9));
    }

    @Test
    void anOperatorSeesTheFlowAndWhatHasNotComeToItsEnd() {
        Version version = Samples.version(1);
        write(
                Samples.page("page", version, 0),
                Samples.receipt(version, "RECEIVED"),
                Samples.receipt(version, "SPLIT"));
        assertThat(StoreActivity.of(jdbc()).unfinished())
                .as("older than a week")
                .isZero();

        execute("update receipts set at = now()");
        StoreActivity underWay = StoreActivity.of(jdbc());
        assertThat(underWay.pages()).isEqualTo(1);
        assertThat(underWay.steps())
                .extracting(steps -> steps.feed() + " " + steps.state() + " " + steps.total() + " " + steps.lastDay()
                        + " " + steps.lastHour() + " " + steps.lastMinute())
                .containsExactly("default RECEIVED 1 1 1 1", "default SPLIT 1 1 1 1");
        assertThat(underWay.unfinished()).isEqualTo(1);
        assertThat(underWay.oldestUnfinished()).isEqualTo(Samples.RECEIVED);

        write(Samples.receipt(version, "STORED"));
        assertThat(StoreActivity.of(jdbc()))
                .returns(0L, StoreActivity::unfinished)
                .returns(null, StoreActivity::oldestUnfinished);

        url = database.newDatabase();
        assertThatThrownBy(() -> StoreActivity.of(jdbc())).isInstanceOf(NotMigratedException.class);
    }

    @Test
    void aDatabaseThatGoesDownIsUnavailableAndServesAgainWhenItIsBack() {
        write(Samples.page("page", Samples.version(1), 1));
        database.stop();
        assertThatThrownBy(() -> write(Samples.page("page", Samples.version(2), 0)))
                .isInstanceOf(StoreUnavailableException.class);

        database.start();
        await().ignoreException(StoreUnavailableException.class)
                .until(() -> write(Samples.page("page", Samples.version(2), 0)).pages() == 1);
    }

    @Test
    void phrasesAreFoundByAdjacencyAndNearMissesAreNot() {
        write(Samples.article("page", Samples.version(1), 0, "青川县的A股公司新建 水库,总投资300亿元。川青公路通车", 0, 0));

        assertThat(List.of("青川", "青川县", "A股公司", "a股", "水库", "建水库", "300亿元", "亿", "青川 公路", "\"青川县的\"", "水库总投 新建"))
                .allMatch(query -> query.equals("水库总投 新建") != found(query));
        assertThat(List.of("川县青", "青县", "水库总投资", "30亿元", "元川青", "青川 铁路", "青海")).noneMatch(this::found);
    }

    @Test
    void queriesAreCutAsTextsAre() {
        Random random = new Random(7);
        String alphabet = "青川县水库的中A股zé5〇々,。·(《\u3000 \ud842\udfb73%";
        int[] characters = alphabet.codePoints().toArray();
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder("甲");
            for (int length = random.nextInt(12); length >= 0; length--) {
                text.appendCodePoint(characters[random.nextInt(characters.length)]);
            }
            text.append('乙');
            String vector = SearchVector.of(List.of(text.toString())).vector().replace("'", "''");
            assertThat(texts("select ('" + vector + "'::tsvector @@ article_query('\"" + text + "\"'))::text"))
                    .as(text.toString())
                    .containsExactly("true");
        }
    }

    @Test
    void figuresAreNumbersAndPeriodsAreDates() {
        write(Samples.article("page", Samples.version(1), 0, "总投资300亿元", 0, 1));

        assertThat(texts("select normalized_value + 1 || ' ' || (period_to - period_from) from metric_overview"))
                .containsExactly("30000000001 365");
    }

    @Test
    void figuresAreFoundByTheOneNameOfWhatTheyMeasure() {
        write(Samples.article("page", Samples.version(1), 0, "总投资300亿元,同比增长8%", 0, 2), Samples.latest("s1", 1, 1));

        assertThat(texts("select indicator || ' ' || kind from metric_overview where canonical_indicator ="
                        + " '总投资' order by 1"))
                .containsExactly("总投资额 GROWTH", "总投资额 LEVEL");
        assertThat(texts("select indicator || ' ' || series_id from metric_latest where canonical_indicator = '总投资'"))
                .containsExactly("总投资额 s1");
    }

    @Test
    void aFigureSaysWhichOthersItIsAtOddsWith() {
        write(Samples.article("page", Samples.version(1), 0, "总投资300亿元,同比增长8%", 0, 2));
        String id = Samples.articleId(Samples.version(1), 0);

        assertThat(texts("select kind || ' ' || checks_failed::text || ' ' || conflicts_with::text from metric_overview"
                        + " order by 1"))
                .containsExactly("GROWTH {GROWTH,HEADLINE} {" + id + "#m0-0-8," + id + "#m1-0-8}", "LEVEL {} {}");
        assertThat(texts("select one.kind || ' ' || other.kind from metric_overview one join metric_overview other"
                        + " on other.metric_id = any (one.conflicts_with)"))
                .containsExactly("GROWTH LEVEL");
    }

    @Test
    void aGrowthSaysWhatItIsMeasuredAgainst() {
        write(Samples.article("page", Samples.version(1), 0, "总投资300亿元,同比增长8%", 0, 2));

        assertThat(texts("select kind || ' ' || coalesce(growth_base, '-') from metric_overview order by 1"))
                .containsExactly("GROWTH YEAR_ON_YEAR", "LEVEL -");
    }

    @Test
    void mentionsOfOneThingAreOneRowThatKnowsItsPlace() {
        write(Samples.article("page", Samples.version(1), 0, "青川、青川、青川", 3, 0));

        assertThat(texts("select name || ' ' || canonical_id || ' ' || path || ' ' || mentions from entity_overview"
                        + " where place_code like '5108%'"))
                .containsExactly("青川县 0123456789abcdef 四川省/广元市/青川县 3");
        assertThat(texts("select region_path from articles")).containsExactly("四川省/广元市/青川县");
    }

    @Test
    void aProjectShowsItsDatesAndMoneyAndLeadsToWhatEachArticleSays() {
        write(Samples.page("page", Samples.version(1), 1), Samples.project("p", Samples.version(1), "STARTED", 2));

        assertThat(texts("select concat_ws(' ', name, stage, owner, total_value + 1, started, started_on + 1,"
                        + " completed, completion_planned, place_path) from project_overview where"
                        + " place_code like '5108%'"))
                .containsExactly("青禾水库项目 STARTED 青川水务公司 30000000001 2023年3月8日 2023-03-09 2026年底 四川省/广元市/青川县");
        assertThat(texts("select concat_ws(' ', article_id, title, quote, printed_lines(page_id, lines), issue_date)"
                        + " from project_source_overview where article_id like '%-1'"))
                .containsExactly(Samples.articleId(Samples.version(1), 0) + " 新建水库 总投资300亿元 总投资300亿元。 2024-03-08");
        assertThat(texts("select project_id from projects where sources @> '[{\"article_id\": \""
                        + Samples.articleId(Samples.version(1), 1) + "\"}]'"))
                .containsExactly("p");
    }

    @Test
    void aFigureLeadsToItsPrintedLine() {
        write(
                Samples.page("page", Samples.version(1), 1),
                Samples.article("page", Samples.version(1), 0, "总投资300亿元", 0, 1));

        assertThat(texts("select printed_lines(page_id, lines) from metric_overview"))
                .containsExactly("总投资300亿元。");
    }

    @Test
    void aNewestFigureKeepsItsSeriesItsPeriodAndItsEvidence() {
        write(Samples.page("page", Samples.version(1), 1), Samples.latest("s1", 1, 4));

        assertThat(texts("select concat_ws(' ', region_name, region_code, region_path, subject, indicator,"
                        + " normalized_unit, kind, period, period_to - period_from, status, qualifier, raw_value,"
                        + " unit, issue_date, quote, printed_lines(page_id, lines)) from metric_latest where"
                        + " region_code like '5108%'"))
                .containsExactly("青川县 510822 四川省/广元市/青川县 总投资额 CNY LEVEL 2024年 365 TARGET EXACT 1 元 2024-03-08"
                        + " 总投资1元 总投资300亿元。");
    }

    @Test
    void aNewestGrowthSaysWhatItIsMeasuredAgainstAndALevelDoesNot() {
        write(Samples.latestGrowth("s1", 8), Samples.latest("s2", 1, 1));

        assertThat(texts("select concat_ws(' ', series_id, kind, growth_base) from metric_latest order by 1"))
                .containsExactly("s1 GROWTH YEAR_ON_YEAR", "s2 LEVEL");
    }

    /** The statements are those of the README of enrich-service, where the topic is made anew. */
    @Test
    void afterMetricsLatestWasMadeAnewItsTableHoldsWhatTheNewTopicSays() {
        Partition rebuilt = new Partition("broadsheet.metrics.latest", 3);
        assertThat(store.offsets(List.of(rebuilt))).containsEntry(rebuilt, 0L);
        store.write(new Batch(
                List.of(Samples.latest("gone-from-the-topic", 1, 1), Samples.latest("still-there", 2, 1)),
                List.of(new OffsetMove(rebuilt, 0, 900))));
        write(Samples.page("page", Samples.version(1), 1));

        execute("delete from metric_latest");
        execute("update offsets set next_offset = 0 where topic = 'broadsheet.metrics.latest'");

        assertThat(store.offsets(List.of(rebuilt, PAGES)))
                .containsEntry(rebuilt, 0L)
                .containsEntry(PAGES, 1L);
        store.write(new Batch(List.of(Samples.latest("still-there", 2, 1)), List.of(new OffsetMove(rebuilt, 0, 1))));
        assertThat(latest()).containsExactly("still-there 2 1");
    }

    @Test
    void aPagesHistoryTellsWhatWasPrintedAndFromWhenToWhenItStood() {
        write(Samples.page("page", Samples.version(1), 1));
        write(Samples.page("page", Samples.version(2), 0));

        assertThat(texts("select concat_ws(' ', file_name, articles, lines -> 0 ->> 'text', stood_from <= stood_until,"
                        + " stood_until = (select stored_at from pages), cardinality(article_ids)) from page_history"
                        + " where stood_until is not null"))
                .hasSize(1)
                .allSatisfy(row -> assertThat(row).endsWith(" 1 青川县新建水库 t t 1"));
        assertThat(texts("select issue_id from page_history where stood_from <= now() and coalesce(stood_until,"
                        + " now()) >= now()"))
                .containsExactly(Samples.version(2).issueId());
    }

    @Test
    void thatAPageHasArrivedIsKeptForTheDayItIsWhole() {
        write(Samples.page("late", Samples.version(1), 1));
        List<CompletedPage> completed = write(Samples.article("late", Samples.version(1), 0, "正文", 0, 0))
                .completed();

        assertThat(completed).singleElement().returns(Samples.RECEIVED.minusMillis(60), CompletedPage::arrivedAt);
    }

    @Test
    void oneOfAllInstancesSeesWhatIsUnfinishedAndTheLabelsOfRecentEditions() {
        write(Samples.page("whole", Samples.version(1), 0));
        write(Samples.page("half", Samples.version(2), 1));
        Instant received = Samples.version(2).receivedAt();
        try (PostgresWatch watch = new PostgresWatch(jdbc());
                PostgresWatch other = new PostgresWatch(jdbc())) {
            assertThat(watch.lock()).isTrue();
            assertThat(watch.lock()).isTrue();
            assertThat(other.lock()).isFalse();

            assertThat(watch.unfinished(received.minusSeconds(60))).isEqualTo(new Unfinished(1, received));
            assertThat(watch.unfinished(received.plusSeconds(60))).isEqualTo(new Unfinished(0, null));
            Instant since = received.minusSeconds(60);
            assertThat(watch.editions(since, received.plusSeconds(1)))
                    .singleElement()
                    .returns(2, edition -> edition.pages().size());
            assertThat(watch.editions(since, received))
                    .as("something has just come")
                    .isEmpty();
        }
    }

    @Test
    void everyColumnOfTheViewsIsExplained() {
        assertThat(texts("select attrelid::regclass || '.' || attname from pg_attribute where attrelid in"
                        + " ('article_overview'::regclass, 'metric_overview'::regclass, 'entity_overview'::regclass,"
                        + " 'metric_latest'::regclass, 'project_overview'::regclass, 'project_source_overview'::regclass,"
                        + " 'page_history'::regclass) and attnum > 0 and col_description(attrelid, attnum) is null"))
                .isEmpty();
    }

    @Test
    void aThousandPagesAreStoredInWellUnderAMinute() {
        String text = "青川县今年安排重点项目二百个,其中水利项目五十个,交通项目三十个,年度计划投资三百亿元。".repeat(12);
        Partition partition = new Partition("articles.enriched", 0);
        store.offsets(List.of(partition));
        long from = System.nanoTime();
        long offset = 0;
        int completed = 0;
        for (int chunk = 0; chunk < 20; chunk++) {
            List<Change> changes = new ArrayList<>();
            for (int page = 0; page < 50; page++) {
                Version version = Samples.version(chunk * 50 + page);
                changes.add(Samples.page("page" + version.issueId(), version, 8));
                for (int article = 0; article < 8; article++) {
                    changes.add(Samples.article("page" + version.issueId(), version, article, text, 8, 2));
                }
            }
            Written written = store.write(
                    new Batch(changes, List.of(new OffsetMove(partition, offset, offset + changes.size()))));
            offset += changes.size();
            completed += written.completed().size();
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - from);
        System.out.println("1,000 pages stored in " + taken.toMillis() + " ms");

        assertThat(completed).isEqualTo(1_000);
        assertThat(texts("select count(*)::text from entities")).containsExactly("64000");
        assertThat(taken).isLessThan(Duration.ofSeconds(45));
    }

    private boolean found(String query) {
        return !texts("select article_id from article_search('" + query + "')").isEmpty();
    }

    @Test
    void aWriterThatIsPausedInTheMiddleOfItsTransactionGivesItsLocksBack() throws Exception {
        try (Store store = open();
                PostgresStore paused = another(Duration.ofSeconds(1))) {
            try (Connection connection =
                            DriverManager.getConnection(url, EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD);
                    Statement statement = connection.createStatement()) {
                statement.execute("insert into outbox (topic, key, value) values ('t', 'k', '')");
            }

            assertThatThrownBy(() -> paused.relay(messages -> sleep(Duration.ofSeconds(3))))
                    .isInstanceOf(StoreUnavailableException.class);

            assertThat(store.relay(messages -> {})).as("rows given back").isEqualTo(1);
        }
    }

    @Test
    void aWriteThatIsGivenUpEndsInTheDatabaseToo() throws Exception {
        try (Connection other = DriverManager.getConnection(url, EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD);
                Statement statement = other.createStatement();
                Store impatient = another(jdbc("6"))) {
            long next = impatient.offsets(List.of(PAGES)).getOrDefault(PAGES, 0L);
            other.setAutoCommit(false);
            statement.execute("lock table pages");

            assertThatThrownBy(() -> impatient.write(new Batch(
                            List.of(Samples.page("page", Samples.version(1), 0)),
                            List.of(new OffsetMove(PAGES, next, next + 1)))))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("57014");

            assertThat(texts("select query from pg_stat_activity where datname = current_database()"
                            + " and wait_event_type = 'Lock'"))
                    .isEmpty();
        }
    }

    @Test
    void aMigrationMayTakeLongerThanAStatementAndAnotherInstanceWaitsForIt() throws Exception {
        url = database.newDatabase();
        holdUpMigrations();
        try (PostgresStore first = another(jdbc("2"));
                PostgresStore second = another(jdbc("2"))) {
            CompletableFuture<Void> migrating = CompletableFuture.runAsync(first::prepare);
            await().until(() -> !migrating().isEmpty());

            assertThatThrownBy(second::prepare)
                    .as("after 5 s")
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("lock");

            letMigrationsGo();
            migrating.get(1, TimeUnit.MINUTES);
            second.prepare();
        }
    }

    @Test
    void aDatabaseThatGoesAwayDuringAMigrationIsUnavailableAndMigratedLater() throws Exception {
        url = database.newDatabase();
        holdUpMigrations();
        try (PostgresStore fresh = another(jdbc())) {
            CompletableFuture<Void> migrating = CompletableFuture.runAsync(fresh::prepare);
            await().until(() -> !migrating().isEmpty());
            texts("select pg_terminate_backend(" + migrating().get(0) + ")::text");

            assertThatThrownBy(() -> migrating.get(1, TimeUnit.MINUTES))
                    .hasCauseInstanceOf(StoreUnavailableException.class);

            letMigrationsGo();
            fresh.prepare();
            assertThat(StoreState.of(jdbc(), Clock.systemUTC()).pending()).isEmpty();
        }
    }

    /** Whoever creates a view waits, until {@link #letMigrationsGo}. */
    private void holdUpMigrations() {
        execute("create schema slow; create table slow.gate as select true as closed");
        execute("create function slow.down() returns event_trigger language plpgsql as $$ begin"
                + " while (select closed from slow.gate) loop perform pg_sleep(0.05); end loop; end $$");
        execute("create event trigger slow on ddl_command_start when tag in ('CREATE VIEW') execute function"
                + " slow.down()");
    }

    private void letMigrationsGo() {
        execute("update slow.gate set closed = false");
    }

    /** Processes that create a view. */
    private List<String> migrating() {
        return texts("select pid::text from pg_stat_activity where datname = current_database() and state = 'active'"
                + " and query ilike '%create%view%' and pid <> pg_backend_pid()");
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Store another() {
        return another(Duration.ofSeconds(60));
    }

    private PostgresStore another(Jdbc jdbc) {
        return another(jdbc, Duration.ofSeconds(60));
    }

    private PostgresStore another(Duration longestPause) {
        return another(jdbc(), longestPause);
    }

    private static PostgresStore another(Jdbc jdbc, Duration longestPause) {
        return new PostgresStore(
                jdbc,
                pageId -> Math.floorMod(pageId.hashCode(), 12),
                page -> new Outgoing("receipts", page.pageId(), page.toString().getBytes(StandardCharsets.UTF_8)),
                Clock.systemUTC(),
                longestPause);
    }

    private Jdbc jdbc() {
        return jdbc("60");
    }

    private Jdbc jdbc(String socketTimeout) {
        return new Jdbc(
                url,
                Map.of(
                        "user",
                        EmbeddedDatabase.USER,
                        "password",
                        EmbeddedDatabase.PASSWORD,
                        "socketTimeout",
                        socketTimeout));
    }

    private void execute(String sql) {
        try (Connection connection =
                        DriverManager.getConnection(url, EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> texts(String sql) {
        try (Connection connection =
                        DriverManager.getConnection(url, EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
