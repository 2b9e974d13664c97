package dev.broadsheet.enrich;

import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.EnrichedArticle;
import dev.broadsheet.enrich.ArticleEnricher.Succeeded;
import dev.broadsheet.enrich.check.Check;
import dev.broadsheet.enrich.check.Comparison;
import dev.broadsheet.enrich.extract.LoadedVocabulary;
import dev.broadsheet.runtime.DeadLetters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What enrich counts. Articles read = enriched + retracted + failed + passed over; changes of projects (what an article newly says of one or no
 * longer says) = written + retracted + unchanged + passed over; of the operator's vocabulary, rows read = loaded + rejected; comparisons of figures = agreed + conflicting.
 */
final class EnrichTelemetry {
    private final Counter enriched;
    private final Counter retracted;
    private final Counter failed;
    private final Counter passedOver;
    private final Counter entities;
    private final Counter metrics;
    private final Counter projects;
    private final Counter droppedReports;
    private final Counter entitiesLeftOut;
    private final Counter metricsLeftOut;
    private final Counter investmentsLeftOut;
    private final Counter flagged;
    private final Map<Check, Counter> agreeing = new EnumMap<>(Check.class);
    private final Map<Check, Counter> conflicting = new EnumMap<>(Check.class);
    private final Counter projectWritten;
    private final Counter projectRetracted;
    private final Counter projectUnchanged;
    private final Counter projectPassedOver;

    private final MeterRegistry meters;

    EnrichTelemetry(MeterRegistry meters) {
        this.meters = meters;
        this.enriched = outcome(meters, "enriched");
        this.retracted = outcome(meters, "retracted");
        this.failed = outcome(meters, "failed");
        this.passedOver = outcome(meters, "passed_over");
        this.entities = Counter.builder("broadsheet.enrich.entities")
                .description("Entity mentions found")
                .register(meters);
        this.metrics = Counter.builder("broadsheet.enrich.metrics")
                .description("Reported figures found")
                .register(meters);
        this.projects = Counter.builder("broadsheet.enrich.projects")
                .description("Projects found, each once an article")
                .register(meters);
        this.droppedReports = Counter.builder("broadsheet.enrich.project_reports.dropped")
                .description(
                        "Oldest articles of a project that were left out because it has too many, each time one comes")
                .register(meters);
        this.entitiesLeftOut = leftOut(meters, "entities");
        this.metricsLeftOut = leftOut(meters, "metrics");
        this.investmentsLeftOut = leftOut(meters, "project_investments");
        this.flagged = Counter.builder("broadsheet.enrich.metrics.flagged")
                .description("Reported figures that are at odds with others of their article")
                .register(meters);
        for (Check check : Check.values()) {
            agreeing.put(check, compared(meters, check, "agreed"));
            conflicting.put(check, compared(meters, check, "conflicting"));
        }
        this.projectWritten = projectChange(meters, "written");
        this.projectRetracted = projectChange(meters, "retracted");
        this.projectUnchanged = projectChange(meters, "unchanged");
        this.projectPassedOver = projectChange(meters, "passed_over");
    }

    /** Called once, for what was read at start. */
    void vocabulary(LoadedVocabulary names) {
        read(
                "rows",
                "Rows of the operator's vocabulary",
                "loaded",
                names.vocabulary().size());
        read("rows", "Rows of the operator's vocabulary", "rejected", names.rejectedRows());
        read("files", "Files of the operator's vocabulary", "loaded", names.files());
        read("files", "Files of the operator's vocabulary", "rejected", names.rejectedFiles());
    }

    private void read(String what, String description, String outcome, long number) {
        Gauge.builder("broadsheet.enrich.vocabulary." + what, () -> number)
                .description(description + ", by what became of them at start")
                .tag("outcome", outcome)
                .register(meters);
    }

    void enriched(Succeeded succeeded) {
        EnrichedArticle article = succeeded.article();
        enriched.increment();
        entities.increment(article.getEntities().size());
        metrics.increment(article.getMetrics().size());
        projects.increment(succeeded.projects().size());
        entitiesLeftOut.increment(article.getEntitiesLeftOut());
        metricsLeftOut.increment(article.getMetricsLeftOut());
        investmentsLeftOut.increment(succeeded.investmentsLeftOut());
        article.getMetrics().stream()
                .filter(metric -> !metric.getFlags().isEmpty())
                .forEach(metric -> flagged.increment());
        succeeded.comparisons().forEach(this::compared);
    }

    private void compared(Comparison comparison) {
        Map<Check, Counter> counters = comparison.agrees() ? agreeing : conflicting;
        Objects.requireNonNull(counters.get(comparison.check())).increment();
    }

    void projectWritten() {
        projectWritten.increment();
    }

    void projectRetracted() {
        projectRetracted.increment();
    }

    void projectUnchanged() {
        projectUnchanged.increment();
    }

    void projectPassedOver() {
        projectPassedOver.increment();
    }

    void droppedReport() {
        droppedReports.increment();
    }

    void retracted() {
        retracted.increment();
    }

    void failed(DeadLetter letter) {
        failed.increment();
        DeadLetters.count(meters, letter);
    }

    void passedOver() {
        passedOver.increment();
    }

    private static Counter outcome(MeterRegistry meters, String outcome) {
        return Counter.builder("broadsheet.enrich.articles")
                .description("Articles read, by what became of them")
                .tag("outcome", outcome)
                .register(meters);
    }

    private static Counter projectChange(MeterRegistry meters, String outcome) {
        return Counter.builder("broadsheet.enrich.project.changes")
                .description("Changes of what articles say of projects, by what became of them")
                .tag("outcome", outcome)
                .register(meters);
    }

    private static Counter compared(MeterRegistry meters, Check check, String outcome) {
        return Counter.builder("broadsheet.enrich.checks")
                .description("Comparisons of an article's figures with one another, by what they came to")
                .tag("check", check.name().toLowerCase(Locale.ROOT))
                .tag("outcome", outcome)
                .register(meters);
    }

    private static Counter leftOut(MeterRegistry meters, String what) {
        return Counter.builder("broadsheet.enrich.left.out")
                .description("Found beyond what one article may report")
                .tag("what", what)
                .register(meters);
    }
}
