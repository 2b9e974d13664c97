package dev.broadsheet.cli.status;

import dev.broadsheet.sink.postgresql.StoreActivity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Collects what needs somebody: what did not answer, then what the overview itself shows. One thread. */
public final class Troubles {
    /** A page takes seconds; backfill and replays are not deliveries. */
    static final Duration LONG_UNFINISHED = Duration.ofMinutes(10);

    private final Instant at;
    private final List<String> all = new ArrayList<>();

    public Troubles(Instant at) {
        this.at = at;
    }

    public Instant at() {
        return at;
    }

    public void add(String sentence) {
        all.add(sentence);
    }

    /** The overview with all troubles. */
    public Overview of(Overview seen) {
        seen.services().stream()
                .filter(service -> !service.ready())
                .forEach(service -> add(service.name() + " is not ready: " + service.why()));
        if (seen.groups() != null) {
            seen.groups().stream()
                    .filter(group -> group.members() == 0)
                    .forEach(group -> add("nobody works in group " + group.name() + ", " + group.behind()
                            + " records behind; start its service"));
        }
        if (seen.store() != null) {
            store(seen.store());
        }
        if (seen.deadLetters() != null && seen.deadLetters().waiting() > 0) {
            add(seen.deadLetters().waiting()
                    + " dead letters wait; deploy/broadsheet dead-letters list tells their causes");
        }
        if (seen.reconciliation() != null && seen.reconciliation().differences() > 0) {
            add("the last reconciliation found " + seen.reconciliation().differences()
                    + " differences; deploy/broadsheet reconcile names them");
        }
        return new Overview(
                seen.at(),
                seen.services(),
                seen.groups(),
                seen.store(),
                seen.deadLetters(),
                seen.reconciliation(),
                List.copyOf(all));
    }

    private void store(StoreActivity store) {
        if (store.oldestUnfinished() != null
                && store.oldestUnfinished().plus(LONG_UNFINISHED).isBefore(at)) {
            add("a page received at " + store.oldestUnfinished()
                    + " has not come to its end; deploy/broadsheet receipts" + " tells how far it is");
        }
    }
}
