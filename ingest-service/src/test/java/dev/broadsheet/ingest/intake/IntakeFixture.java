package dev.broadsheet.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.ingest.feed.Feed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An intake on a drop folder of its own and a broker that does as it is told. */
abstract class IntakeFixture {
    static final String TEXT = "青川新区三条公路同日开工\n本报讯（记者 田有禾）昨日上午，总长四十二公里的公路开工。\n";
    static final String NAME = "青川晚报_2024-03-08_A02.txt";

    @TempDir
    Path folder;

    final FakeBroker broker = new FakeBroker();

    @SuppressWarnings("NullAway.Init") // set before each test
    Feed feed;

    @SuppressWarnings("NullAway.Init")
    Intake intake;

    @BeforeEach
    void open() {
        feed = Feed.standard(folder.resolve("drop"), null, null);
        intake = broker.intake("ingest-1", feed);
    }

    @AfterEach
    void close() {
        intake.close();
    }

    double gauge(String name) {
        return gauge(broker, name);
    }

    static double gauge(FakeBroker from, String name) {
        return from.meters.get(name).gauge().value();
    }

    void start() {
        try {
            Files.createDirectories(feed.folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        intake.start();
    }

    void drop(String name, String text) {
        drop(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** As a careful feeder does: written elsewhere, moved in whole. */
    void drop(String name, byte[] bytes) {
        try {
            Files.createDirectories(feed.folder());
            Path written = Files.write(folder.resolve("writing"), bytes);
            Files.setLastModifiedTime(written, FileTime.from(Instant.now()));
            Files.move(written, feed.folder().resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> done() {
        return names(feed.done());
    }

    List<String> rejected() {
        return names(feed.rejected());
    }

    List<String> inDrop() {
        return names(feed.folder());
    }

    List<String> claimFolders() {
        return names(feed.folder().resolve(".claimed"));
    }

    /** Names of the files that an instance holds. */
    List<String> claimed(String instance) {
        Path folder = feed.folder().resolve(".claimed").resolve(instance);
        return names(folder).stream()
                .flatMap(stamp -> names(folder.resolve(stamp)).stream())
                .toList();
    }

    static void assertSentTwice(List<?> records) {
        assertThat(records).hasSize(2);
        assertThat(records.get(1)).isEqualTo(records.get(0));
    }

    static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException | java.nio.file.NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T only(List<T> list) {
        assertThat(list).hasSize(1);
        return list.get(0);
    }

    static void within(int seconds, org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(seconds))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(assertion);
    }
}
