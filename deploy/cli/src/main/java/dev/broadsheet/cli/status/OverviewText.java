package dev.broadsheet.cli.status;

import dev.broadsheet.cli.doctor.Sizes;
import dev.broadsheet.cli.status.Overview.Group;
import dev.broadsheet.cli.status.Overview.Letters;
import dev.broadsheet.cli.status.Overview.Reconciliation;
import dev.broadsheet.cli.status.Overview.ServiceState;
import dev.broadsheet.cli.view.Columns;
import dev.broadsheet.sink.postgresql.StoreActivity;
import dev.broadsheet.sink.postgresql.StoreActivity.Steps;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The overview as rows that are no wider than the terminal; what is not known is a dash. Pure. */
public final class OverviewText {
    private static final int LABEL = 14;
    private static final int MOST_FEEDS = 10;
    private static final List<String> ALWAYS = List.of("RECEIVED", "SPLIT", "ENRICHED", "STORED");
    private static final List<String> SOMETIMES = List.of("DUPLICATE", "SUPERSEDED", "LATE", "REJECTED", "FAILED");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Overview overview;
    private final int columns;
    private final List<String> rows = new ArrayList<>();

    private OverviewText(Overview overview, int columns) {
        this.overview = overview;
        this.columns = columns;
    }

    /** {@code columns}: at least 40. */
    public static List<String> rows(Overview overview, int columns) {
        OverviewText text = new OverviewText(overview, columns);
        text.write();
        return List.copyOf(text.rows);
    }

    private void write() {
        String state = overview.troubles().isEmpty()
                ? "all is well"
                : overview.troubles().size() + (overview.troubles().size() == 1 ? " trouble" : " troubles");
        rows.add(Columns.cut("Broadsheet at " + time(overview.at()) + " UTC: " + state, columns));
        overview.troubles().forEach(trouble -> wrap("! ", trouble));
        rows.add("");
        row("services", services());
        row("store", store());
        row("behind", overview.groups() == null ? "–" : groups(overview.groups()));
        row("unfinished", unfinished());
        row("dead letters", letters(overview.deadLetters()));
        row("reconciled", reconciliation(overview.reconciliation()));
        if (overview.store() != null) {
            flow(overview.store());
            feeds(overview.store());
        }
    }

    private void row(String label, String text) {
        rows.add(Columns.fit(label, LABEL) + Columns.cut(Columns.visible(text), columns - LABEL));
    }

    private String services() {
        return overview.services().isEmpty()
                ? "none on this machine"
                : overview.services().stream()
                        .map((ServiceState service) -> service.name() + (service.ready() ? " ready" : " NOT READY"))
                        .collect(Collectors.joining(", "));
    }

    private String store() {
        StoreActivity store = overview.store();
        return store == null
                ? "–"
                : number(store.pages()) + " pages, " + number(store.articles()) + " articles, "
                        + Sizes.of(store.bytes())
                        + (store.outbox() == 0 ? "" : ", " + number(store.outbox()) + " messages wait for Kafka");
    }

    private static String groups(List<Group> groups) {
        return groups.stream()
                .map(group -> group.name() + " " + number(group.behind()) + (group.members() == 0 ? " (NOBODY)" : ""))
                .collect(Collectors.joining(", "));
    }

    private String unfinished() {
        StoreActivity store = overview.store();
        if (store == null) {
            return "–";
        }
        return store.oldestUnfinished() == null
                ? "none"
                : number(store.unfinished()) + ", the oldest received " + ago(store.oldestUnfinished());
    }

    private static String letters(@Nullable Letters letters) {
        if (letters == null) {
            return "–";
        }
        return letters.waiting() == 0
                ? "none waits"
                : number(letters.waiting()) + " wait: "
                        + letters.byStage().entrySet().stream()
                                .map(stage -> stage.getKey() + " " + number(stage.getValue()))
                                .collect(Collectors.joining(", "));
    }

    private String reconciliation(@Nullable Reconciliation last) {
        return last == null
                ? "–"
                : ago(last.at()) + ", "
                        + (last.differences() == 0 ? "no difference" : number(last.differences()) + " differences");
    }

    private void flow(StoreActivity store) {
        Map<String, List<Steps>> states =
                store.steps().stream().collect(Collectors.groupingBy(Steps::state, TreeMap::new, Collectors.toList()));
        rows.add("");
        rows.add(cells("deliveries", "all", "day", "hour", "minute", "newest"));
        ALWAYS.forEach(state -> flow(state, states.getOrDefault(state, List.of())));
        SOMETIMES.stream()
                .filter(states::containsKey)
                .forEach(state -> flow(state, states.getOrDefault(state, List.of())));
    }

    private void flow(String state, List<Steps> of) {
        rows.add(cells(
                state.toLowerCase(Locale.ROOT),
                sum(of, Steps::total),
                sum(of, Steps::lastDay),
                sum(of, Steps::lastHour),
                sum(of, Steps::lastMinute),
                of.stream()
                        .map(Steps::lastAt)
                        .max(Instant::compareTo)
                        .map(this::ago)
                        .orElse("–")));
    }

    private void feeds(StoreActivity store) {
        List<Steps> arrived = store.steps().stream()
                .filter(step -> step.state().equals("RECEIVED"))
                .toList();
        rows.add("");
        rows.add(cells("feeds", "all", "day", "hour", "minute", "last arrival"));
        arrived.stream().limit(MOST_FEEDS).forEach(feed -> flow(feed.feed(), List.of(feed)));
        if (arrived.size() > MOST_FEEDS) {
            rows.add("… and " + (arrived.size() - MOST_FEEDS) + " more (--json names all)");
        }
    }

    private String cells(String label, String all, String day, String hour, String minute, String newest) {
        String counts = String.format(Locale.ROOT, "%12s%10s%9s%8s   %s", all, day, hour, minute, newest);
        return Columns.cut(Columns.fit(label, LABEL) + counts, columns);
    }

    // Breaks between words; a word that is wider than a row is cut.
    private void wrap(String mark, String sentence) {
        int width = columns - mark.length();
        StringBuilder row = new StringBuilder();
        String before = mark;
        for (String word : Columns.visible(sentence).split(" ", -1)) {
            String shown = Columns.cut(word, width);
            if (!row.isEmpty() && Columns.of(row + " " + shown) > width) {
                rows.add(before + row);
                before = " ".repeat(mark.length());
                row.setLength(0);
            }
            row.append(row.isEmpty() ? "" : " ").append(shown);
        }
        rows.add(before + row);
    }

    private String ago(Instant then) {
        Duration length = Duration.between(then, overview.at());
        long seconds = Math.max(0, length.toSeconds());
        if (seconds < 120) {
            return seconds + " s ago";
        }
        if (seconds < 7_200) {
            return seconds / 60 + " min ago";
        }
        return seconds < 172_800 ? seconds / 3_600 + " h ago" : seconds / 86_400 + " days ago";
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }

    private static String sum(List<Steps> steps, ToLongFunction<Steps> number) {
        return number(steps.stream().mapToLong(number).sum());
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
