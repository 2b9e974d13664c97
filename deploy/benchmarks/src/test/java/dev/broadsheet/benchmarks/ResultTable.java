package dev.broadsheet.benchmarks;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** Results as a Markdown table: megabytes a second with JMH's 99.9 % error, and bytes allocated per byte of text. */
final class ResultTable {
    private ResultTable() {}

    static String of(Collection<RunResult> results) {
        StringBuilder table =
                new StringBuilder("| what | text | MB/s | ± | bytes allocated a byte |\n|---|---|---|---|---|\n");
        results.forEach(result -> table.append(row(result)));
        return table.toString();
    }

    private static String row(RunResult result) {
        var others = result.getSecondaryResults();
        Result<?> megabytes = others.get("bytes");
        Result<?> allocated = others.get("gc.alloc.rate.norm");
        if (megabytes == null || allocated == null) {
            throw new IllegalStateException("JMH reported only " + others.keySet());
        }
        double bytesAnOperation =
                megabytes.getScore() / result.getPrimaryResult().getScore();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.2f | %.2f | %.1f |%n",
                label(result.getParams().getBenchmark()),
                result.getParams().getParam("text"),
                megabytes.getScore(),
                megabytes.getScoreError(),
                allocated.getScore() / bytesAnOperation);
    }

    /** Of dev.broadsheet.benchmarks.SplitBenchmark.split the last word. */
    private static String label(String benchmark) {
        return benchmark.substring(benchmark.lastIndexOf('.') + 1);
    }
}
