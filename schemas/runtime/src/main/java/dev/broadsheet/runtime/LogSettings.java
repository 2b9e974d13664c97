package dev.broadsheet.runtime;

import java.util.Set;
import org.slf4j.event.Level;

/** How the process logs. Read twice: early, to log at all, and by the service, which reports what is wrong with it. */
record LogSettings(LogFormat format, Level level) {
    static LogSettings read(SettingsReader reader) {
        return new LogSettings(
                one(reader, "BROADSHEET_LOG_FORMAT", LogFormat.class, LogFormat.TEXT),
                one(reader, "BROADSHEET_LOG_LEVEL", Level.class, Level.INFO));
    }

    private static <E extends Enum<E>> E one(SettingsReader reader, String key, Class<E> type, E fallback) {
        Set<E> chosen = reader.choices(key, type, Set.of(fallback));
        if (chosen.size() > 1) {
            reader.problem(key, "names more than one");
        }
        return chosen.iterator().next();
    }
}
