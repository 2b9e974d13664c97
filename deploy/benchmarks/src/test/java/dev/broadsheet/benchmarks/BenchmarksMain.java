package dev.broadsheet.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
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
        ChainedOptionsBuilder options = options(texts).jvmArgsPrepend("-Dbroadsheet.shared=" + shared);
        System.out.print(ResultTable.of(new Runner(options.build()).run()));
    }

    /** The splitter on these texts, with what it allocates. */
    static ChainedOptionsBuilder options(List<String> texts) {
        return new OptionsBuilder()
                .include(SplitBenchmark.class.getName())
                .param("text", texts.toArray(String[]::new))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true);
    }
}
