package dev.broadsheet.cli.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.cli.status.Overview.Group;
import dev.broadsheet.cli.status.Overview.Letters;
import dev.broadsheet.cli.status.Overview.Reconciliation;
import dev.broadsheet.cli.status.Overview.ServiceState;
import dev.broadsheet.cli.view.Columns;
import dev.broadsheet.sink.postgresql.StoreActivity;
import dev.broadsheet.sink.postgresql.StoreActivity.Steps;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OverviewTextTest {
    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void aSoundInstallationFitsOnOneScreen() {
        List<String> rows = OverviewText.rows(sound(), 80);

        assertThat(rows)
                .hasSizeLessThan(24)
                .allSatisfy(row -> assertThat(Columns.of(row)).as(row).isLessThanOrEqualTo(80))
                .startsWith("Broadsheet at 2026-03-01 08:00:00 UTC: all is well")
                .contains(
                        "services      enrich ready, ingest ready, sink ready",
                        "store         1,200 pages, 9,000 articles, 64 MB",
                        "behind        split 0, enrich 12, sink-postgresql 0",
                        "unfinished    2, the oldest received 5 s ago",
                        "dead letters  none waits",
                        "reconciled    15 min ago, no difference");
        assertThat(rows.stream().map(row -> row.replaceAll(" +", " ")))
                .contains(
                        "deliveries all day hour minute newest",
                        "received 1,300 40 7 1 5 s ago",
                        "stored 0 0 0 0 –",
                        "rejected 3 0 0 0 10 days ago");
    }

    @Test
    void wideNamesOfFeedsStandInTheSameColumns() {
        List<String> rows = OverviewText.rows(sound(), 80);

        List<Integer> ends = rows.stream()
                .filter(row -> row.endsWith("3 h ago") || (row.endsWith("5 s ago") && row.startsWith("daily")))
                .map(row -> Columns.of(row.substring(0, row.lastIndexOf("   "))))
                .toList();
        assertThat(ends).hasSize(2).containsOnly(ends.get(0));
    }

    @Test
    void whatDidNotAnswerIsADashAndATroubleInWholeWords() {
        Troubles troubles = new Troubles(AT);
        troubles.add(
                "Kafka at 127.0.0.1:1 does not answer: timed out waiting for a node assignment and so on for long");
        Overview overview = troubles.of(new Overview(
                AT,
                List.of(new ServiceState("sink", false, "database: refused\033[2J")),
                null,
                null,
                null,
                null,
                List.of()));

        List<String> rows = OverviewText.rows(overview, 60);

        assertThat(rows)
                .startsWith(
                        "Broadsheet at 2026-03-01 08:00:00 UTC: 2 troubles",
                        "! Kafka at 127.0.0.1:1 does not answer: timed out waiting",
                        "  for a node assignment and so on for long",
                        "! sink is not ready: database: refused␛[2J")
                .contains("services      sink NOT READY", "behind        –", "store         –", "dead letters  –");
    }

    @Test
    void whatNeedsSomebodyIsATrouble() {
        Overview overview = new Troubles(AT)
                .of(new Overview(
                        AT,
                        List.of(),
                        List.of(new Group("split", 0, 1), new Group("enrich", 7, 0)),
                        store(AT.minus(Duration.ofMinutes(11)), List.of()),
                        new Letters(2, Map.of("split", 2L)),
                        new Reconciliation(AT, 3),
                        List.of()));

        assertThat(overview.troubles())
                .satisfiesExactly(
                        group -> assertThat(group).contains("group enrich", "7 records"),
                        page -> assertThat(page).contains("2026-03-01T07:49:00Z"),
                        letters -> assertThat(letters).contains("2 dead letters"),
                        differences -> assertThat(differences).contains("3 differences"));
    }

    @Test
    void ofManyFeedsTheFirstAreShown() {
        List<Steps> steps = new ArrayList<>();
        for (int i = 10; i < 40; i++) {
            steps.add(new Steps("feed" + i, "RECEIVED", 1, 1, 1, 1, AT));
        }

        assertThat(OverviewText.rows(overview(store(null, steps)), 80))
                .hasSizeLessThan(30)
                .endsWith("… and 20 more (--json names all)");
    }

    private static Overview sound() {
        return overview(store(
                AT.minusSeconds(5),
                List.of(
                        new Steps("daily", "RECEIVED", 1_200, 38, 7, 1, AT.minusSeconds(5)),
                        new Steps("daily", "REJECTED", 3, 0, 0, 0, AT.minus(Duration.ofDays(10))),
                        new Steps("青川晚报", "RECEIVED", 100, 2, 0, 0, AT.minus(Duration.ofHours(3))))));
    }

    private static StoreActivity store(@Nullable Instant oldest, List<Steps> steps) {
        return new StoreActivity(64 << 20, 0, 1_200, 9_000, steps, oldest == null ? 0 : 2, oldest);
    }

    private static Overview overview(StoreActivity store) {
        return new Troubles(AT)
                .of(new Overview(
                        AT,
                        List.of(
                                new ServiceState("enrich", true, null),
                                new ServiceState("ingest", true, null),
                                new ServiceState("sink", true, null)),
                        List.of(
                                new Group("split", 0, 1),
                                new Group("enrich", 12, 1),
                                new Group("sink-postgresql", 0, 1)),
                        store,
                        new Letters(0, Map.of()),
                        new Reconciliation(AT.minus(Duration.ofMinutes(15)), 0),
                        List.of()));
    }
}
