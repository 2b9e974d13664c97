package dev.broadsheet.sink.console;

import dev.broadsheet.runtime.SettingsException;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.BindException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the API and the page on threads of its own. Started and closed once. */
public final class ConsoleServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleServer.class);
    private static final int THREADS = 24;
    private static final int LARGEST_HEADER = 8 * 1024;
    private static final int MOST_CONNECTIONS = 1_000;
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final long STOP_MILLIS = 2_000;
    /** Connections on which nothing is under way are not waited for. */
    private static final long SHUTDOWN_MILLIS = 50;

    private final ConsoleSettings settings;
    private final Server server;
    private final ServerConnector connector;
    private final Routes routes = new Routes();

    /** {@code endpoints}: the API, besides sessions and its description. */
    public ConsoleServer(ConsoleSettings settings, List<Endpoints> endpoints, MeterRegistry meters, Clock clock) {
        this.settings = settings;
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("console");
        threads.setDaemon(true);
        this.server = new Server(threads);
        this.connector = new ServerConnector(server, 1, 1, factories());
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE.toMillis());
        connector.setShutdownIdleTimeout(SHUTDOWN_MILLIS);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, connector));
        server.setStopTimeout(STOP_MILLIS);
        Access access = new Access(settings, clock);
        Gate gate = new Gate(settings, access, clock);
        RequestTimes times = new RequestTimes(meters);
        server.setErrorHandler(new ErrorAnswers(gate, times, settings.tls()));
        new Sessions(access, gate, settings.tls()).register(routes);
        new Description().register(routes);
        endpoints.forEach(part -> part.register(routes));
        server.setHandler(new ConsoleHandler(gate, routes, times, settings.tls()));
    }

    /** Throws {@link SettingsException} where it cannot listen. */
    public void start() {
        try {
            server.start();
        } catch (Exception e) {
            close();
            throw new SettingsException(List.of(problem(e)));
        }
    }

    /** The port in use, once started. */
    public int port() {
        return connector.getLocalPort();
    }

    /** What it serves below /api/v1. */
    List<Route> routes() {
        return routes.all();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("the console stopped with requests under way: {}", e.toString());
        }
    }

    private String problem(Exception failure) {
        if (failure instanceof IOException && failure.getCause() instanceof BindException) {
            return "BROADSHEET_CONSOLE_PORT: cannot listen on port " + settings.port() + " of " + settings.host() + " ("
                    + failure.getCause().getMessage() + "); another program may be using it";
        }
        return "BROADSHEET_CONSOLE_…: the console cannot start: " + failure.getMessage();
    }

    private ConnectionFactory[] factories() {
        HttpConfiguration http = new HttpConfiguration();
        http.setRequestHeaderSize(LARGEST_HEADER);
        http.setSendServerVersion(false);
        // Ids of pages and names of things hold slashes and percent signs, and ids of pages empty parts.
        http.setUriCompliance(UriCompliance.DEFAULT.with(
                "console",
                UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
                UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
                UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT));
        List<ConnectionFactory> factories = new ArrayList<>();
        if (settings.keystore() != null) {
            SslContextFactory.Server tls = new SslContextFactory.Server();
            tls.setKeyStorePath(settings.keystore().toString());
            tls.setKeyStorePassword(settings.keystorePassword());
            http.addCustomizer(new SecureRequestCustomizer(false)); // the gate checks names
            factories.add(new SslConnectionFactory(tls, "http/1.1"));
        }
        factories.add(new HttpConnectionFactory(http));
        return factories.toArray(new ConnectionFactory[0]);
    }
}
