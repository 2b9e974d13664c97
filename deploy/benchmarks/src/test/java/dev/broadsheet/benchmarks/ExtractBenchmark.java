package dev.broadsheet.benchmarks;

import dev.broadsheet.chinese.Recogniser;
import dev.broadsheet.enrich.extract.SourceArticle;
import dev.broadsheet.enrich.extract.SourceBlock;
import dev.broadsheet.enrich.extract.SourceByline;
import dev.broadsheet.enrich.link.Linker;
import dev.broadsheet.ingest.split.PageSplitter;
import dev.broadsheet.ingest.split.SplitArticle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/**
 * Articles in, linked entities and figures out, on one thread; and HanLP's stock recogniser with place and organization recognition on the same
 * text, which is the measure of it. Bytes a microsecond are megabytes (of a million bytes) a second. The extractor is so much code that it
 * still gains speed after half a minute, so both are warmed for 80 s.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 16, time = 5)
@Measurement(iterations = 8, time = 5)
@State(Scope.Benchmark)
public class ExtractBenchmark {
    /** A text of {@link Texts}. */
    @Param({Texts.SAMPLES})
    public String text = "";

    private final Linker linker = Linker.create();
    private final Recogniser recogniser = Recogniser.create();
    private List<SourceArticle> articles = List.of();
    private long bytes;

    /** What JMH reports beside operations. */
    @AuxCounters
    @State(Scope.Thread)
    public static class Read {
        /** Bytes of UTF-8 text of articles that were read. */
        public long bytes;
    }

    /** Splits the text into articles. */
    @Setup
    public void split() throws IOException {
        PageSplitter splitter = new PageSplitter();
        articles = Texts.named(text).stream()
                .flatMap(page -> splitter.split(page).articles().stream())
                .map(ExtractBenchmark::source)
                .toList();
        bytes = articles.stream()
                .flatMap(article -> article.blocks().stream())
                .mapToLong(block -> block.text().getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    private static SourceArticle source(SplitArticle article) {
        return new SourceArticle(
                article.kind().name(),
                null,
                null,
                article.title(),
                null,
                article.bylines().stream()
                        .map(byline -> new SourceByline(byline.role().name(), byline.name()))
                        .toList(),
                article.blocks().stream()
                        .map(block -> new SourceBlock(block.role().name(), block.text()))
                        .toList(),
                null,
                null);
    }

    /** One operation reads all articles of the text. */
    @Benchmark
    public void extract(Read read, Blackhole linked) {
        for (SourceArticle article : articles) {
            linked.consume(linker.read(article));
        }
        read.bytes += bytes;
    }

    /** The same blocks. */
    @Benchmark
    public void stockRecogniser(Read read, Blackhole names) {
        for (SourceArticle article : articles) {
            for (SourceBlock block : article.blocks()) {
                names.consume(recogniser.recognise(block.text()));
            }
        }
        read.bytes += bytes;
    }
}
