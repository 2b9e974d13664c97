package dev.broadsheet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.TimeValue;

/** Keeps the benchmark runnable; its figures mean nothing here. */
class SplitBenchmarkTest {
    @Test
    void every_text_is_split_once_and_gets_its_row() throws RunnerException {
        List<String> texts = List.of(Texts.SAMPLES, "100 KB");
        Collection<RunResult> results = new Runner(BenchmarksMain.options(texts)
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(1))
                        .build())
                .run();
        assertThat(ResultTable.of(results).lines().skip(2))
                .hasSize(2)
                .allSatisfy(row ->
                        assertThat(row).matches("\\| (samples|100 KB) \\| [0-9.]+ \\| (NaN|[0-9.]+) \\| [0-9.]+ \\|"));
    }
}
