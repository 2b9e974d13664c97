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
                        Claim claim = claim(instance);
                        together.await();
                        Shelf.put(claim, shelf(time));
                    }
                    return null;
                }));
            }
            for (Future<?> instance : ended) {
                instance.get();
            }
        } finally {
            instances.shutdownNow();
        }

        for (int time = 0; time < TIMES; time++) {
            assertThat(contents(shelf(time)))
                    .containsExactlyInAnyOrder("ingest-0", "ingest-1", "ingest-2", "ingest-3");
        }
    }

    private Path shelf(int time) {
        return folder.resolve("done-" + time);
    }

    private Claim claim(String instance) throws IOException {
        Path file = Files.createDirectories(folder.resolve(instance)).resolve("A02.txt");
        Files.writeString(file, instance);
        Feed feed = Feed.standard(folder.resolve("drop"), null, null);
        return new Claim(feed, file, Stamp.of(Instant.EPOCH, Claim.attributes(file), null, instance));
    }

    private static List<String> contents(Path shelf) throws IOException {
        List<String> contents = new ArrayList<>();
        try (Stream<Path> files = Files.list(shelf)) {
            for (Path file : files.toList()) {
                contents.add(Files.readString(file));
            }
        }
        return contents;
    }
}
