package dev.broadsheet.benchmarks;

import dev.broadsheet.ingest.split.PageSplitter;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Decoded pages in, articles out, on one thread. Bytes a microsecond are megabytes (of a million bytes) a second. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 6, time = 3)
@State(Scope.Benchmark)
public class SplitBenchmark {
    /** A text of {@link Texts}. */
    @Param({Texts.SAMPLES, "100 KB", "1 MB", "10 MB"})
    public String text = "";

    private final PageSplitter splitter = new PageSplitter();
    private List<String> pages = List.of();
    private long bytes;

    /** What JMH reports beside operations. */
    @AuxCounters
    @State(Scope.Thread)
    public static class Read {
        /** Bytes of UTF-8 text that were split. */
        public long bytes;
    }

    /** Reads the text. */
    @Setup
    public void read() throws IOException {
        pages = Texts.named(text);
        bytes = Texts.utf8Bytes(pages);
    }

    /** One operation splits all pages of the text. */
    @Benchmark
    public void split(Read read, Blackhole articles) {
        for (String page : pages) {
            articles.consume(splitter.split(page));
        }
        read.bytes += bytes;
    }
}
