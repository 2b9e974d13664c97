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
                    .load());
        } catch (FlywaySqlException e) {
            throw e.getCause() instanceof SQLException sql ? SqlTrouble.of(sql) : unavailable(e);
        } catch (FlywayException e) {
            throw new IllegalStateException("the database's schema cannot be brought up to date: " + e.getMessage(), e);
        }
    }

    private static StoreUnavailableException unavailable(FlywayException e) {
        return new StoreUnavailableException("the database's schema cannot be looked at: " + e.getMessage(), e);
    }
}
