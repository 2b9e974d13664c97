package dev.broadsheet.cli.doctor;

import dev.broadsheet.sink.postgresql.Jdbc;
import dev.broadsheet.sink.postgresql.StoreState;
import dev.broadsheet.sink.store.StoreUnavailableException;
import java.time.Clock;

/** The store in PostgreSQL: whether it answers, keeps what it acknowledges, has this version's tables; its clock and size. */
public final class StoreCheck implements Check {
    private static final String SUBJECT = "store";
    private static final int OLDEST = 13;
    private static final int MAJOR = 10_000;
    /** A relay that works empties the outbox within moments. */
    private static final long STUCK = 10_000;

    private final Jdbc jdbc;
    private final Clock clock;

    public StoreCheck(Jdbc jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public void run(Findings findings) {
        StoreState state;
        try {
            state = StoreState.of(jdbc, clock);
        } catch (StoreUnavailableException e) {
            findings.fail(
                    SUBJECT,
                    jdbc.url() + " cannot be used: " + e.getMessage(),
                    "start PostgreSQL, or mend jdbcUrl, jdbcUser and jdbcPassword of the endpoints file");
            return;
        }
        server(state, findings);
        durability(state, findings);
        migrations(state, findings);
        Clocks.compare(findings, "PostgreSQL", state.asked(), state.serverTime(), state.answered());
    }

    private static void server(StoreState state, Findings findings) {
        String finding = "PostgreSQL " + state.serverVersion() / MAJOR + " answers, " + Sizes.of(state.bytes()) + ", "
                + state.connections() + " of " + state.settings().get("max_connections") + " connections in use";
        if (state.serverVersion() < OLDEST * MAJOR) {
            findings.fail(SUBJECT, finding, "upgrade it to " + OLDEST + " or newer");
        } else if (!state.encoding().equals("UTF8")) {
            findings.fail(
                    SUBJECT,
                    "the database is encoded in " + state.encoding(),
                    "create it with encoding 'UTF8' template template0; the sink fills it from the topics");
        } else {
            findings.ok(SUBJECT, finding);
        }
        if (state.outbox() != null && state.outbox() > STUCK) {
            findings.warn(
                    SUBJECT,
                    state.outbox() + " receipts and dead letters wait in table outbox",
                    "see /ready of the sink: its relay does not reach Kafka");
        }
    }

    private static void durability(StoreState state, Findings findings) {
        must(state, "fsync", "on", findings);
        must(state, "full_page_writes", "on", findings);
        must(state, "default_transaction_read_only", "off", findings);
        String commit = state.settings().get("synchronous_commit");
        if ("off".equals(commit)) {
            findings.fail(
                    SUBJECT,
                    "synchronous_commit is off: STORED receipts leave before the rows are on the disk",
                    "set synchronous_commit = on for the sink's user or database");
        } else {
            findings.ok(SUBJECT, "fsync is " + state.settings().get("fsync") + ", synchronous_commit is " + commit);
        }
    }

    private static void must(StoreState state, String setting, String wanted, Findings findings) {
        if (!wanted.equals(state.settings().get(setting))) {
            findings.fail(
                    SUBJECT,
                    setting + " is " + state.settings().get(setting),
                    "set " + setting + " = " + wanted + " in postgresql.conf, then reload");
        }
    }

    private static void migrations(StoreState state, Findings findings) {
        if (!state.broken().isEmpty()) {
            findings.fail(
                    SUBJECT,
                    "migrations failed or were changed afterwards: " + state.broken(),
                    "restore the backup from before them; the sink does not start on this");
        } else if (!state.newer().isEmpty()) {
            findings.warn(
                    SUBJECT,
                    "a newer version has migrated it: " + state.newer(),
                    "fine after a roll-back; go forward again when you can");
        } else if (!state.pending().isEmpty()) {
            findings.warn(
                    SUBJECT,
                    "migrations that are not applied: " + state.pending(),
                    "start the sink, which applies them");
        } else {
            findings.ok(SUBJECT, "its tables are of this version (V" + state.schemaVersion() + ")");
        }
    }
}
