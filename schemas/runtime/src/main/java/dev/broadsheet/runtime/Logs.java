package dev.broadsheet.runtime;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.net.URL;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Sets how the process logs, to standard error. For whoever owns the process: a service main or the standalone start. */
public final class Logs {
    /** Key of the diagnostic context that holds the issue in hand. */
    public static final String ISSUE_ID = "issueId";

    private Logs() {}

    public static void configure(LogFormat format, Level level) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        URL configuration = Objects.requireNonNull(Logs.class.getResource("/logback.xml"), "logback.xml is missing");
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        context.reset();
        context.putProperty("broadsheet.log.format", format.name().toLowerCase(Locale.ROOT));
        context.putProperty("broadsheet.log.level", level.name());
        try {
            configurator.doConfigure(configuration);
        } catch (JoranException e) {
            throw new IllegalStateException("logback.xml cannot be read", e);
        }
    }
}
