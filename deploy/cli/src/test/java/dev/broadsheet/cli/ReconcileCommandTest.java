package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.sink.reconcile.Difference;
import dev.broadsheet.sink.reconcile.Equation;
import dev.broadsheet.sink.reconcile.Kind;
import dev.broadsheet.sink.reconcile.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconcileCommandTest {
    private static final Instant AT = Instant.parse("2024-03-08T06:00:00Z");

    @TempDir
    Path folder;

    @Test
    void anEndpointsFileWithoutAStoreIsOneSentence() throws IOException {
        Path file = Files.writeString(
                folder.resolve("e.json"),
                "{\"bootstrapServers\": \"localhost:1\", \"schemaRegistryUrl\": \"http://localhost:1\"}");

        Command refused = Command.run("reconcile", "--endpoints", file.toString());

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err().lines()).singleElement().asString().contains("jdbcUrl");
        assertThat(refused.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"90s, PT90S", "5m, PT5M", "12h, PT12H", "7d, P7D", "PT2S, PT2S", "1h30m, PT1H30M"})
    void lengthsAreReadAsOperatorsWriteThem(String text, Duration expected) {
        assertThat(new LengthConverter().convert(text)).isEqualTo(expected);
    }

    @Test
    void theTableHoldsEquationsDifferencesAndSums() {
        assertThat(ReconcileTable.lines(report(), 1))
                .containsExactly(
                        "deliveries         2 = 1 split + 0 pending + 1 MISSING",
                        "pages              1 = 1 whole + 0 pending",
                        "",
                        "LOST in pages: nothing is there",
                        "    p, file a.txt, issue i",
                        "    mend it",
                        "",
                        "… and 1 more",
                        "",
                        "2 differences: lost 1, duplicated 0, stranded 1, stale 0, orphan 0; 0 pending",
                        "    1 pending: enrich has not come to it on articles",
                        "1 pages at 2024-03-08T06:00:00Z in 1.5 s, looks: 2");
    }

    @Test
    void theTableSaysHowManyMoreWereCountedThanAreKept() {
        Report few = report();
        Report many = new Report(
                few.at(),
                few.since(),
                few.took(),
                few.looks(),
                few.equations(),
                few.waits(),
                Map.of(Kind.LOST, Map.of("pages", 12L)),
                few.differences());

        assertThat(ReconcileTable.lines(many, 100)).contains("… and 10 more");
        assertThat(ReconcileTable.lines(few, 100)).noneMatch(line -> line.startsWith("…"));
    }

    @Test
    void theDocumentHoldsTheSameForPrograms() throws IOException {
        JsonNode document = new ObjectMapper().readTree(ReconcileJson.of(report(), Report.MOST));

        assertThat(document.get("clean").asBoolean()).isFalse();
        assertThat(document.at("/counts/lost").asInt()).isEqualTo(1);
        assertThat(document.at("/counts/duplicated").asInt()).isZero();
        assertThat(document.at("/places/stranded/receipts").asInt()).isEqualTo(1);
        assertThat(document.at("/waits/enrich has not come to it on articles").asInt())
                .isEqualTo(1);
        assertThat(document.at("/equations/0/missing").asInt()).isEqualTo(1);
        assertThat(document.at("/equations/0/parts/split").asInt()).isEqualTo(1);
        assertThat(document.get("differences")).hasSize(2);
        assertThat(document.at("/differences/0/fileName").asText()).isEqualTo("a.txt");
        assertThat(document.at("/differences/0/kind").asText()).isEqualTo("LOST");
    }

    private static Report report() {
        return new Report(
                AT,
                Instant.EPOCH,
                Duration.ofMillis(1500),
                2,
                List.of(
                        new Equation("deliveries", 2, ordered("split", 1, "pending", 0)),
                        new Equation("pages", 1, ordered("whole", 1, "pending", 0))),
                Map.of("enrich has not come to it on articles", 1L),
                Map.of(Kind.LOST, Map.of("pages", 1L), Kind.STRANDED, Map.of("receipts", 1L)),
                List.of(
                        new Difference(Kind.LOST, "pages", "p", "i", null, "a.txt", "nothing is there", "mend it"),
                        new Difference(Kind.STRANDED, "receipts", "d", "i", null, "b.txt", "no outcome", "mend it")));
    }

    private static Map<String, Long> ordered(String first, long count, String second, long other) {
        Map<String, Long> parts = new LinkedHashMap<>();
        parts.put(first, count);
        parts.put(second, other);
        return parts;
    }
}
