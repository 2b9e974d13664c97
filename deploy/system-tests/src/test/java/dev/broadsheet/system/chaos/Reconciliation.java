package dev.broadsheet.system.chaos;

import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.sink.postgresql.Jdbc;
import dev.broadsheet.sink.postgresql.PostgresContents;
import dev.broadsheet.sink.reconcile.Difference;
import dev.broadsheet.sink.reconcile.Reconciler;
import dev.broadsheet.sink.reconcile.Report;
import dev.broadsheet.sink.reconcile.kafka.KafkaTopicLog;
import dev.broadsheet.system.Deployment.Addresses;
import dev.broadsheet.system.TopicRecords;
import dev.broadsheet.system.chaos.Findings.Breach;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What {@code deploy/broadsheet reconcile} says of the same world, which the judge knows: it has to find nothing where he finds nothing, and nothing moves
 * any more, so that nothing may be pending either.
 */
record Reconciliation(Addresses addresses) {
    private static final Duration SETTLE = Duration.ofSeconds(10);

    /** Returns its numbers in words. */
    String judge(Findings findings) throws InterruptedException {
        Report report = report();
        report.differences().forEach(difference -> findings.add(Breach.RECONCILED, told(difference)));
        report.waits().forEach((cause, count) -> findings.add(Breach.RECONCILED, count + " pending: " + cause));
        report.equations().stream()
                .filter(equation -> equation.missing() != 0 && report.total() == 0)
                .forEach(equation -> findings.add(Breach.RECONCILED, "does not add up: " + equation));
        return report.total() + " differences and " + report.pending() + " pending among " + report.pages()
                + " pages in " + report.took().toMillis() + " ms, looks: " + report.looks();
    }

    private Report report() throws InterruptedException {
        Clock clock = Clock.systemUTC();
        Jdbc jdbc = new Jdbc(
                addresses.jdbcUrl(), Map.of("user", addresses.jdbcUser(), "password", addresses.jdbcPassword()));
        try (PostgresContents store = new PostgresContents(jdbc, TopicRecords.TOPICS.prefix());
                KafkaTopicLog log = new KafkaTopicLog(
                        TopicRecords.TOPICS,
                        Map.of("bootstrap.servers", addresses.bootstrapServers()),
                        new AvroSerdes(Map.of("schema.registry.url", addresses.registryUrl())),
                        store.name(),
                        clock)) {
            return new Reconciler(log, store, clock, length -> Thread.sleep(length.toMillis()))
                    .run(Instant.EPOCH, SETTLE);
        }
    }

    private static String told(Difference difference) {
        return difference.kind() + " in " + difference.place() + ": " + difference.about() + " "
                + (difference.articleId() == null ? "" : difference.articleId() + " ") + difference.what() + " ("
                + difference.fileName() + ")";
    }
}
