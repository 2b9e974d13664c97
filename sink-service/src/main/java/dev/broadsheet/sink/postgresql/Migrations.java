package dev.broadsheet.sink.postgresql;

import dev.broadsheet.sink.store.StoreUnavailableException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.exception.FlywaySqlException;

/** Brings the schema up to date. Several instances may try at once: Flyway locks. */
final class Migrations {
    private Migrations() {}

    static void run(DataSource database) {
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(database)
                    .locations("classpath:dev/broadsheet/sink/postgresql")
                    .validateMigrationNaming(true)
                    .load()
                    .migrate();
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
