package dev.broadsheet.sink.postgresql;

import dev.broadsheet.sink.store.StoreUnavailableException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.internal.exception.FlywaySqlException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the schema up to date. Several instances may try at once: Flyway locks. A database that a newer version has
 * migrated is used as it is: migrations only add what an older version's statements do not mention.
 */
final class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    /** A second each: whoever waits for another instance's migration does so where readiness tells it, not in here. */
    private static final int TRIES_TO_LOCK = 5;

    private Migrations() {}

    /** What is done with the schema. */
    private interface Work<T> {
        T on(Flyway flyway);
    }

    static void run(DataSource database) {
        List<String> newer = with(database, flyway -> {
            flyway.migrate();
            return newer(flyway.info());
        });
        if (!newer.isEmpty()) {
            LOG.warn("a newer version has migrated the database ({}); this one writes what it knows", newer);
        }
    }

    /** Looks and changes nothing. */
    static MigrationInfoService state(DataSource database) {
        return with(database, Flyway::info);
    }

    /** Applied, and unknown to this version. */
    static List<String> newer(MigrationInfoService migrations) {
        return names(Stream.of(migrations.applied())
                .filter(migration -> migration.getState().isApplied()
                        && !migration.getState().isResolved())
                .toList());
    }

    /** Failed half-way, or changed after they were applied. */
    static List<String> broken(MigrationInfoService migrations) {
        return names(Stream.of(migrations.all())
                .filter(migration -> migration.getState().isFailed() || !migration.isChecksumMatching())
                .filter(migration -> migration.getState().isResolved())
                .toList());
    }

    static List<String> names(List<MigrationInfo> migrations) {
        return migrations.stream()
                .map(migration -> "V" + migration.getVersion() + " " + migration.getDescription())
                .toList();
    }

    private static <T> T with(DataSource database, Work<T> work) {
        try {
            return work.on(Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(database)
                    .locations("classpath:dev/broadsheet/sink/postgresql")
                    .validateMigrationNaming(true)
                    .lockRetryCount(TRIES_TO_LOCK)
                    .load());
        } catch (FlywayException e) {
            String what = "the database's schema cannot be brought up to date: " + e.getMessage();
            throw passes(e) ? new StoreUnavailableException(what, e) : new IllegalStateException(what, e);
        }
    }

    // A script that fails carries the database's word somewhere in its causes; a lock that another instance holds is
    // told in words only.
    private static boolean passes(FlywayException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return SqlTrouble.of(sql) instanceof StoreUnavailableException;
            }
        }
        return failure instanceof FlywaySqlException
                || String.valueOf(failure.getMessage()).contains("advisory lock");
    }
}
