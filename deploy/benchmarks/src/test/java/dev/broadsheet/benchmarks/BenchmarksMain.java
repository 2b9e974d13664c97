package dev.broadsheet.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Measures, and prints the table that README.md shows. The shared pages are measured too where broadsheet.shared names them. */
final class BenchmarksMain {
    private BenchmarksMain() {}

    public static void main(String[] args) throws RunnerException {
        String shared = System.getProperty("broadsheet.shared", "");
        List<String> texts = new ArrayList<>(List.of(Texts.SAMPLES, "100 KB", "1 MB", "10 MB"));
        if (!shared.isEmpty()) {
            texts.add(1, Texts.SHARED);
        }
        String pages = "-Dbroadsheet.shared=" + shared;
        List<RunResult> results = new ArrayList<>(run(options(SplitBenchmark.class, texts), pages));
        results.addAll(run(options(ExtractBenchmark.class, texts.subList(0, shared.isEmpty() ? 1 : 2)), pages));
        System.out.print(ResultTable.of(results));
    }

    private static Collection<RunResult> run(ChainedOptionsBuilder options, String pages) throws RunnerException {
        return new Runner(options.jvmArgsPrepend(pages).build()).run();
    }

    /** A benchmark on these texts, with what it allocates. */
    static ChainedOptionsBuilder options(Class<?> benchmark, List<String> texts) {
        return new OptionsBuilder()
                .include(benchmark.getName())
                .param("text", texts.toArray(String[]::new))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true);
    }
}
