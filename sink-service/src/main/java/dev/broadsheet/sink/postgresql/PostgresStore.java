package dev.broadsheet.sink.postgresql;

import com.zaxxer.hikari.HikariDataSource;
import dev.broadsheet.sink.store.Batch;
import dev.broadsheet.sink.store.CompletedPage;
import dev.broadsheet.sink.store.LastRecord;
import dev.broadsheet.sink.store.Outgoing;
import dev.broadsheet.sink.store.Partition;
import dev.broadsheet.sink.store.Publisher;
import dev.broadsheet.sink.store.Store;
import dev.broadsheet.sink.store.StoredArticle;
import dev.broadsheet.sink.store.StoredPage;
import dev.broadsheet.sink.store.Written;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * The store in PostgreSQL 13 or newer, in a UTF-8 database. A batch takes about a dozen round trips however many rows it
 * has. Writers of the same page wait for each other (an advisory lock per bucket of pages), so that the last of a page's
 * records to arrive sees all others and the page is announced once, whoever wrote them.
 */
public final class PostgresStore implements Store {
    /** First key of the advisory locks: "page" as a number. */
    private static final int LOCKS = 0x70616765;
    /** Tells the triggers which rows of thing_months are this transaction's alone: those of a bucket that it has locked. */
    private static final String SHARD = "broadsheet.shard";

    /**
     * An instance that is paused in the middle of a transaction keeps its locks, and whoever has taken over its partitions would
     * wait until it wakes up. Longer than the relay ever waits for Kafka while it holds its rows (its own limit and one send that
     * blocks: 45 s).
     */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final Jdbc jdbc;
    private final HikariDataSource database;
    private final Duration longestPause;
    private final ToIntFunction<String> bucketOf;
    private final Function<CompletedPage, Outgoing> announcement;
    private final Clock clock;

    /** {@code bucketOf}: a page's partition, so that instances with other partitions never wait for each other. */
    public PostgresStore(
            Jdbc jdbc, ToIntFunction<String> bucketOf, Function<CompletedPage, Outgoing> announcement, Clock clock) {
        this(jdbc, bucketOf, announcement, clock, LONGEST_PAUSE);
    }

    PostgresStore(
            Jdbc jdbc,
            ToIntFunction<String> bucketOf,
            Function<CompletedPage, Outgoing> announcement,
            Clock clock,
            Duration longestPause) {
        this.longestPause = longestPause;
        this.jdbc = jdbc;
        this.database = jdbc.open();
        this.bucketOf = bucketOf;
        this.announcement = announcement;
        this.clock = clock;
    }

    /** Exports how the pool of connections is used. */
    public void export(MeterRegistry meters) {
        database.setMetricRegistry(meters);
    }

    /** Work inside one transaction. */
    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    @Override
    public void prepare() {
        if (Migrations.state(database).pending().length == 0) {
            Migrations.run(database); // a database that hangs is given up after the driver's limit
            return;
        }
        try (HikariDataSource unlimited = jdbc.openWithoutLimit()) {
            Migrations.run(unlimited);
        }
    }

    @Override
    public Map<Partition, Long> offsets(Collection<Partition> partitions) {
        return transaction(connection -> OffsetTable.claim(connection, partitions));
    }

    @Override
    public Written write(Batch batch) {
        Sorted read = Sorted.of(batch.changes());
        Instant now = clock.instant();
        return transaction(connection -> {
            OffsetTable.move(connection, batch.moves());
            Sorted sorted = claim(connection, read);
            lock(connection, sorted);
            int pages = 0;
            for (Collection<StoredPage> round : sorted.pages()) {
                pages += PageTable.upsert(connection, round, now);
            }
            List<StoredArticle> articles = articles(connection, sorted, now);
            int projects = sorted.projects().isEmpty() ? 0 : ProjectTable.write(connection, sorted.projects());
            int receipts = sorted.receipts().isEmpty() ? 0 : ReceiptTable.insert(connection, sorted.receipts());
            int latest = sorted.latest().isEmpty() ? 0 : LatestTable.write(connection, sorted.latest());
            int letters = sorted.letters().isEmpty() ? 0 : LetterTables.write(connection, sorted.letters());
            int feeds = feeds(connection, sorted);
            List<CompletedPage> completed =
                    sorted.pageIds().isEmpty() ? List.of() : PageTable.complete(connection, sorted.pageIds(), now);
            send(connection, sorted, completed);
            return written(batch, sorted, pages, articles, projects, receipts, latest, letters, feeds, completed);
        });
    }

    @Override
    public int relay(Publisher publisher) {
        return transaction(connection -> OutboxTable.relay(connection, publisher));
    }

    @Override
    public void close() {
        database.close();
    }

    private static Sorted claim(Connection connection, Sorted read) throws SQLException {
        List<LastRecord> stored = read.lastRecords();
        if (!stored.isEmpty()) {
            RefusedTable.supersede(connection, stored);
        }
        List<LastRecord> claimed =
                read.retried().isEmpty() ? List.of() : RefusedTable.claim(connection, read.retried());
        if (!read.refusals().isEmpty()) {
            RefusedTable.remember(connection, read.refusals());
        }
        return read.and(claimed);
    }

    private void lock(Connection connection, Sorted sorted) throws SQLException {
        Object[] taken = sorted.buckets(bucketOf).toArray();
        Sql.query(
                connection,
                "select pg_advisory_xact_lock(" + LOCKS + ", bucket), set_config('" + SHARD
                        + "', bucket::text, true) from unnest(?) as bucket",
                row -> true,
                connection.createArrayOf("integer", taken));
    }

    private static List<StoredArticle> articles(Connection connection, Sorted sorted, Instant now) throws SQLException {
        if (sorted.articles().isEmpty()) {
            return List.of();
        }
        Set<String> newer = ArticleTable.upsert(connection, sorted.articles(), now);
        List<StoredArticle> articles = sorted.articles().stream()
                .filter(article -> newer.contains(article.articleId()))
                .toList();
        if (!articles.isEmpty()) {
            FindingTables.replace(connection, articles);
        }
        return articles;
    }

    private void send(Connection connection, Sorted sorted, List<CompletedPage> completed) throws SQLException {
        List<Outgoing> messages = new ArrayList<>(sorted.messages());
        completed.forEach(page -> messages.add(announcement.apply(page)));
        if (!messages.isEmpty()) {
            OutboxTable.add(connection, messages);
        }
    }

    private static int feeds(Connection connection, Sorted sorted) throws SQLException {
        int announced = sorted.feeds().isEmpty() ? 0 : FeedTable.announce(connection, sorted.feeds());
        return announced + (sorted.controls().isEmpty() ? 0 : FeedTable.control(connection, sorted.controls()));
    }

    private static Written written(
            Batch batch,
            Sorted sorted,
            int pages,
            List<StoredArticle> articles,
            int projects,
            int receipts,
            int latest,
            int letters,
            int feeds,
            List<CompletedPage> completed) {
        int changed = pages + articles.size() + projects + receipts + latest + letters + feeds + sorted.refused();
        return new Written(
                pages,
                articles.size(),
                projects,
                receipts,
                latest,
                letters,
                feeds,
                batch.changes().size() - changed,
                sorted.refused(),
                articles.stream()
                        .mapToInt(article -> article.findings().entities().size())
                        .sum(),
                articles.stream()
                        .mapToInt(article -> article.findings().metrics().size())
                        .sum(),
                completed);
    }

    private <T> T transaction(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            try {
                Sql.update(
                        connection,
                        "set local idle_in_transaction_session_timeout = '" + longestPause.toSeconds() + "s'; "
                                + Sql.statementLimit(connection));
                T result = work.in(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw SqlTrouble.of(e);
        }
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
