package dev.broadsheet.sink.console;

import dev.broadsheet.runtime.CommonSettings;
import dev.broadsheet.runtime.Health;
import dev.broadsheet.runtime.SettingsReader;
import dev.broadsheet.sink.ConsoleService;
import dev.broadsheet.sink.postgresql.Jdbc;
import dev.broadsheet.sink.postgresql.PostgresStore;
import dev.broadsheet.sink.store.Batch;
import dev.broadsheet.sink.store.Change;
import dev.broadsheet.sink.store.Imprint;
import dev.broadsheet.sink.store.OffsetMove;
import dev.broadsheet.sink.store.Outgoing;
import dev.broadsheet.sink.store.Partition;
import dev.broadsheet.sink.store.Samples;
import dev.broadsheet.sink.store.StoredArticle;
import dev.broadsheet.sink.store.StoredArticle.Findings;
import dev.broadsheet.sink.store.StoredArticle.Heading;
import dev.broadsheet.sink.store.StoredEntity;
import dev.broadsheet.sink.store.StoredEntity.Link;
import dev.broadsheet.sink.store.StoredFeed;
import dev.broadsheet.sink.store.StoredPage;
import dev.broadsheet.sink.store.TextBlock;
import dev.broadsheet.sink.store.Version;
import dev.broadsheet.testsupport.EmbeddedDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A store with a few pages of our own writing, and a console over it. */
final class Shelf implements AutoCloseable {
    static final String PAGE = "青川日报/2024-03-08//A02";
    static final Version VERSION = Samples.version(2);
    static final String ARTICLE = Samples.articleId(VERSION, 0);
    static final String SCRIPT = "<script>alert(1)</script>";

    final EmbeddedDatabase database = EmbeddedDatabase.create();
    final Health health = new Health();
    final MeterRegistry meters = new SimpleMeterRegistry();
    final Jdbc jdbc;
    private final ConsoleService console;

    Shelf() {
        database.start();
        jdbc = new Jdbc(
                database.newDatabase(), Map.of("user", EmbeddedDatabase.USER, "password", EmbeddedDatabase.PASSWORD));
        fill();
        SettingsReader reader = new SettingsReader(Map.of(
                "BROADSHEET_CONSOLE_PORT",
                "0",
                "BROADSHEET_CONSOLE_RATE",
                "100000",
                "BROADSHEET_KAFKA_BOOTSTRAP_SERVERS",
                "127.0.0.1:1",
                "BROADSHEET_REGISTRY_URL",
                "mock://none"));
        console = new ConsoleService(
                Objects.requireNonNull(ConsoleSettings.read(reader)),
                jdbc,
                CommonSettings.read("sink", reader),
                health,
                meters,
                Clock.systemUTC());
        console.start();
    }

    Browser browser() {
        return new Browser(console.port());
    }

    List<Route> routes() {
        return console.server().routes();
    }

    @Override
    public void close() {
        console.close();
        database.close();
    }

    private void fill() {
        Partition partition = new Partition("pages", 0);
        List<Change> changes = changes();
        try (PostgresStore store = new PostgresStore(
                jdbc, pageId -> 0, page -> new Outgoing("receipts", "key", new byte[0]), Clock.systemUTC())) {
            store.prepare();
            store.offsets(List.of(partition));
            store.write(new Batch(
                    List.of(Samples.page(PAGE, Samples.version(1), 1)), List.of(new OffsetMove(partition, 0, 1))));
            store.write(new Batch(changes, List.of(new OffsetMove(partition, 1, 2))));
        }
    }

    private static List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        changes.add(furnished(Samples.page(PAGE, VERSION, 1)));
        changes.add(Samples.article(PAGE, VERSION, 0, "昨日，青川县新建水库，总投资３００亿元。\n市民说：好。", 2, 2));
        changes.add(Samples.project("0123", VERSION, "STARTED", 1));
        changes.add(Samples.receipt(VERSION, "SPLIT"));
        changes.add(Samples.letter("letter", "DEAD", 1));
        changes.add(new StoredFeed("default", null, "Asia/Shanghai", List.of("05:00-09:30"), "i", Instant.EPOCH));
        for (int i = 0; i < 30; i++) {
            LocalDate date = i % 5 == 4 ? null : LocalDate.of(2024, 1 + i % 3, 1 + i % 2);
            changes.add(article(3 + i, date, "晚报第" + i + "篇", "夜校开课，街道图书馆延时开放。", projects(i)));
        }
        changes.add(article(50, LocalDate.of(2023, 1, 2), SCRIPT, "=cmd 文本", Samples.findings("s", 0, 0)));
        return changes;
    }

    private static StoredPage furnished(StoredPage page) {
        TextBlock furniture =
                new TextBlock("FURNITURE", "青川日报", List.of(9), List.of(new TextBlock.Stretch(9, 0, 40, 4)));
        return new StoredPage(
                page.pageId(),
                page.version(),
                true,
                page.origin(),
                page.imprint(),
                page.fileSize(),
                page.modifiedAt(),
                page.arrivedAt(),
                page.lines(),
                List.of(furniture),
                page.articleIds(),
                page.confidence(),
                page.extractor());
    }

    private static Findings projects(int i) {
        Findings some = Samples.findings("n" + i, 1, i % 10 == 0 ? 1 : 0);
        List<StoredEntity> entities = new ArrayList<>(some.entities());
        entities.add(new StoredEntity(
                "n" + i + "#e1-0-4",
                "PROJECT",
                "青禾水库项目",
                1,
                0,
                2,
                List.of(3),
                new Link(null, null, "510822", null, "青禾水库项目", "p" + i % 2, null)));
        return new Findings(
                "青川县", "510822", some.regionPath(), some.keywords(), entities, some.metrics(), some.extractor());
    }

    private static StoredArticle article(
            int number, @Nullable LocalDate date, String title, String text, Findings findings) {
        Version version = Samples.version(number);
        StoredArticle plain =
                Samples.article(Samples.articleId(version, 0), "page" + number, version, 0, text, findings);
        return new StoredArticle(
                plain.articleId(),
                plain.pageId(),
                version,
                true,
                null,
                null,
                plain.origin(),
                new Imprint("青川晚报", date, null, null),
                0,
                1,
                new Heading("FEATURE", null, null, title, null),
                plain.bylines(),
                List.of(
                        new TextBlock("TITLE", title, List.of(1), List.of()),
                        new TextBlock("BODY", text, List.of(3), List.of())),
                findings,
                0.6,
                false,
                "splitter");
    }
}
