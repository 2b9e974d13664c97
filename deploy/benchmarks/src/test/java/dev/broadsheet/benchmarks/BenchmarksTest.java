package dev.broadsheet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.TimeValue;

/** Keeps the benchmarks runnable; their figures mean nothing here. */
class BenchmarksTest {
    @Test
    void every_text_is_split_once_and_gets_its_row() throws RunnerException {
        assertThat(rows(SplitBenchmark.class, List.of(Texts.SAMPLES, "100 KB")))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row)
                        .matches("\\| split \\| (samples|100 KB) \\| [0-9.]+ \\| (NaN|[0-9.]+) \\| [0-9.]+ \\|"));
    }

    @Test
    void the_extractor_and_the_stock_recogniser_read_the_same_text() throws RunnerException {
        assertThat(rows(ExtractBenchmark.class, List.of(Texts.SAMPLES)))
                .map(row -> row.substring(0, row.indexOf("samples")))
                .containsExactly("| extract | ", "| stockRecogniser | ");
    }

    private static List<String> rows(Class<?> benchmark, List<String> texts) throws RunnerException {
        Collection<RunResult> results = new Runner(BenchmarksMain.options(benchmark, texts)
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(1))
                        .build())
                .run();
        return ResultTable.of(results).lines().skip(2).toList();
    }
}
