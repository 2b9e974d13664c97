package dev.broadsheet.sink;

import dev.broadsheet.runtime.CommonSettings;
import dev.broadsheet.runtime.SettingsReader;
import dev.broadsheet.sink.console.ConsoleSettings;
import dev.broadsheet.sink.postgresql.Jdbc;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the sink is told.
 *
 * @param batch most records of one transaction
 * @param reconcileEvery zero for never
 * @param console null for none
 */
public record SinkSettings(
        CommonSettings common,
        Set<SinkRole> roles,
        Jdbc jdbc,
        int batch,
        Duration reconcileEvery,
        @Nullable ConsoleSettings console) {
    private static final String ROLES = "BROADSHEET_SINK_ROLES";
    private static final String CONSOLE_PORT = "BROADSHEET_CONSOLE_PORT";

    private static final String JDBC = "BROADSHEET_JDBC_";
    private static final String URL = JDBC + "URL";
    private static final int DEFAULT_BATCH = 500;
    private static final int LARGEST_BATCH = 5_000;

    public SinkSettings {
        roles = Set.copyOf(roles);
    }

    /** Throws SettingsException with every problem. */
    public static SinkSettings read(Map<String, String> environment) {
        SettingsReader reader = new SettingsReader(environment);
        SinkSettings settings = new SinkSettings(
                CommonSettings.read("sink", reader),
                reader.choices(ROLES, SinkRole.class, EnumSet.allOf(SinkRole.class)),
                jdbc(reader),
                reader.integer("BROADSHEET_SINK_BATCH", DEFAULT_BATCH, 1, LARGEST_BATCH),
                reader.duration("BROADSHEET_SINK_RECONCILE_EVERY", Duration.ZERO),
                ConsoleSettings.read(reader));
        if (settings.roles().equals(Set.of(SinkRole.CONSOLE)) && settings.console() == null) {
            reader.problem(CONSOLE_PORT, "is missing: the role console has nothing else to do");
        }
        reader.finish();
        return settings;
    }

    private static Jdbc jdbc(SettingsReader reader) {
        String url = reader.required(URL);
        if (!url.isEmpty() && !url.startsWith("jdbc:postgresql:")) {
            reader.problem(URL, "does not begin with jdbc:postgresql:");
        }
        Map<String, String> known = driverProperties();
        Map<String, String> properties = new HashMap<>();
        reader.passThrough(JDBC).forEach((name, value) -> {
            String property = known.get(name);
            if (property != null) {
                properties.put(property, value);
            } else if (!name.equals("url")) {
                reader.problem(JDBC + name.toUpperCase(Locale.ROOT), "is not a property of PostgreSQL's driver");
            }
        });
        return new Jdbc(url, Map.copyOf(properties));
    }

    // By lower-case name: environment names cannot tell sslMode from sslmode.
    private static Map<String, String> driverProperties() {
        try {
            Map<String, String> known = new HashMap<>();
            String any = "jdbc:postgresql:";
            for (DriverPropertyInfo property : DriverManager.getDriver(any).getPropertyInfo(any, new Properties())) {
                known.put(property.name.toLowerCase(Locale.ROOT), property.name);
            }
            return known;
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL's driver is missing", e);
        }
    }
}
