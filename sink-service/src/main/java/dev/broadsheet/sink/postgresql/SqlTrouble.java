package dev.broadsheet.sink.postgresql;

import dev.broadsheet.sink.store.NotMigratedException;
import dev.broadsheet.sink.store.NotOwnerException;
import dev.broadsheet.sink.store.RowRefusedException;
import dev.broadsheet.sink.store.StoreUnavailableException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells by SQLState what passes by itself, what is the data's fault, and what is a fault of ours. */
final class SqlTrouble {
    /**
     * Connection, log-in, transaction state (also read-only after a fail-over), serialization and deadlock, resources, object
     * state, operator, system and internal errors.
     */
    private static final Set<String> PASSES = Set.of("08", "25", "28", "40", "53", "55", "57", "58", "F0", "XX");
    /** Cardinality, data, integrity, program limits. */
    private static final Set<String> DATA = Set.of("21", "22", "23", "54");
    /** A right, database or schema that an operator can give back. */
    private static final Set<String> MISSING = Set.of("42501", "3D000", "3F000");
    /** Not yet migrated, or an operator's to give back. */
    private static final String NO_TABLE = "42P01";

    private SqlTrouble() {}

    static RuntimeException of(SQLException failure) {
        String state = state(failure);
        if (state == null || failure instanceof SQLTransientConnectionException) {
            return new StoreUnavailableException("PostgreSQL does not answer: " + failure.getMessage(), failure);
        }
        String kind = state.length() < 2 ? state : state.substring(0, 2);
        if (state.equals(NO_TABLE)) {
            return new NotMigratedException(
                    "PostgreSQL lacks a table; waiting for the migrations, which run when a sink starts to read: "
                            + failure.getMessage(),
                    failure);
        }
        if (PASSES.contains(kind) || MISSING.contains(state)) {
            return new StoreUnavailableException(
                    "PostgreSQL cannot work (" + state + "): " + failure.getMessage(), failure);
        }
        if (DATA.contains(kind)) {
            return new RowRefusedException(
                    "PostgreSQL refuses the data (" + state + "): " + failure.getMessage(), failure);
        }
        return new IllegalStateException("PostgreSQL reports (" + state + "): " + failure.getMessage(), failure);
    }

    static NotOwnerException notOwner(String partition) {
        return new NotOwnerException("the offset of " + partition + " was moved by another instance", null);
    }

    private static @Nullable String state(SQLException failure) {
        SQLException cause = failure;
        while (cause.getSQLState() == null && cause.getNextException() != null) {
            cause = cause.getNextException();
        }
        return cause.getSQLState();
    }
}
