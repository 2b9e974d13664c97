package dev.broadsheet.ingest;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.runtime.DeadLetters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counters of split: {@code broadsheet_ingest_issues_total} by what became of each issue record; the README has the equation. */
final class SplitTelemetry {
    /** REPEATED: the same delivery once more, after a crash. SUPERSEDED and LATE come beside SPLIT, not instead. */
    enum Outcome {
        SPLIT,
        DUPLICATE,
        FAILED,
        REPEATED,
        SUPERSEDED,
        LATE
    }

    private final Map<Outcome, Counter> outcomes;
    private final Counter articles;
    private final DistributionSummary confidence;

    private final MeterRegistry meters;

    SplitTelemetry(MeterRegistry meters) {
        this.meters = meters;
        this.outcomes = Stream.of(Outcome.values())
                .collect(Collectors.toMap(Function.identity(), outcome -> counter(meters, outcome)));
        this.articles = Counter.builder("broadsheet.ingest.articles")
                .description("Articles written, the same version again included")
                .register(meters);
        this.confidence = DistributionSummary.builder("broadsheet.ingest.article.confidence")
                .description("How sure the splitter is of each article written, 0 to 1")
                .serviceLevelObjectives(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1)
                .register(meters);
    }

    void count(Outcome outcome) {
        Counter counter = outcomes.get(outcome);
        if (counter != null) {
            counter.increment();
        }
    }

    void failed(DeadLetter letter) {
        count(Outcome.FAILED);
        DeadLetters.count(meters, letter);
    }

    void articles(List<Article> written) {
        articles.increment(written.size());
        written.forEach(article -> confidence.record(article.getConfidence()));
    }

    private static Counter counter(MeterRegistry meters, Outcome outcome) {
        return Counter.builder("broadsheet.ingest.issues")
                .description("Issues read by split, by what became of them")
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(meters);
    }
}
