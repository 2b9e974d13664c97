package dev.broadsheet.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.ingest.feed.Feed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShelfTest {
    private static final int INSTANCES = 4;
    private static final int TIMES = 300;

    @TempDir
    Path folder;

    @Test
    void filesOfOneNameThatInstancesPutAwayAtTheSameMomentAllStay() throws Exception {
        ExecutorService instances = Executors.newFixedThreadPool(INSTANCES);
        CyclicBarrier together = new CyclicBarrier(INSTANCES);
        try {
            List<Future<?>> ended = new ArrayList<>();
            for (int i = 0; i < INSTANCES; i++) {
                String instance = "ingest-" + i;
                ended.add(instances.submit(() -> {
                    for (int time = 0; time < TIMES; time++) {
                        Claim claim = claim(instance, "A02.txt");
                        together.await();
                        Shelf.put(claim, shelf(time));
                    }
                    return instance;
                }));
            }
            for (Future<?> instance : ended) {
                instance.get();
            }
        } finally {
            instances.shutdownNow();
        }

        for (int time = 0; time < TIMES; time++) {
            assertThat(contents(shelf(time))).containsExactlyInAnyOrder("ingest-0", "ingest-1", "ingest-2", "ingest-3");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".txt", ".", ""})
    void aNameAsLongAsThereAreComesOftenAllTheSame(String end) throws IOException {
        String name = "页".repeat(83) + "x".repeat(6 - end.length()) + end;
        for (String instance : List.of("ingest-0", "ingest-1", "ingest-2")) {
            Shelf.put(claim(instance, name), shelf(0));
        }

        assertThat(contents(shelf(0))).containsExactlyInAnyOrder("ingest-0", "ingest-1", "ingest-2");
        assertThat(names(shelf(0)))
                .contains(name)
                .filteredOn(other -> other.contains("~"))
                .hasSize(2)
                .allMatch(other -> other.startsWith("页".repeat(80)));
    }

    @Test
    void whatStandsBehindADotIsNoExtensionWhereItIsLong() throws IOException {
        String name = "A02." + "页".repeat(83);
        Shelf.put(claim("ingest-0", name), shelf(0));
        Shelf.put(claim("ingest-1", name), shelf(0));

        assertThat(contents(shelf(0))).containsExactlyInAnyOrder("ingest-0", "ingest-1");
    }

    @Test
    void whoeverWasKilledWhilePuttingAwayPutsAwayNothingTwice() throws IOException {
        Shelf.put(claim("ingest-0", "A02.txt"), shelf(0));
        Claim killed = claim("ingest-1", "A02.txt");
        Files.createLink(shelf(0).resolve("A02~2.txt"), killed.file());

        Shelf.put(killed, shelf(0));

        assertThat(contents(shelf(0))).containsExactlyInAnyOrder("ingest-0", "ingest-1");
        assertThat(killed.file()).doesNotExist();
    }

    @Test
    void aSymbolicLinkIsPutAwayAsOne() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "text");
        Path link = Files.createDirectories(folder.resolve("ingest-0")).resolve("A02.txt");
        Files.createSymbolicLink(link, elsewhere);
        Feed feed = Feed.standard(folder.resolve("drop"), null, null);
        Claim claim = new Claim(feed, link, Stamp.of(Instant.EPOCH, Claim.attributes(elsewhere), null, "ingest-0"));

        Shelf.put(claim, shelf(0));

        assertThat(shelf(0).resolve("A02.txt")).isSymbolicLink();
        assertThat(link).doesNotExist();
    }

    private Path shelf(int time) {
        return folder.resolve("done-" + time);
    }

    private Claim claim(String instance, String name) throws IOException {
        Path file = Files.createDirectories(folder.resolve(instance)).resolve(name);
        Files.writeString(file, instance);
        Feed feed = Feed.standard(folder.resolve("drop"), null, null);
        return new Claim(feed, file, Stamp.of(Instant.EPOCH, Claim.attributes(file), null, instance));
    }

    private static List<String> contents(Path shelf) throws IOException {
        List<String> contents = new ArrayList<>();
        for (String name : names(shelf)) {
            contents.add(Files.readString(shelf.resolve(name)));
        }
        return contents;
    }

    private static List<String> names(Path shelf) throws IOException {
        try (Stream<Path> files = Files.list(shelf)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
