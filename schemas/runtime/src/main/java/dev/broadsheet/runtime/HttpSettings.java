package dev.broadsheet.runtime;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where /live, /ready and /metrics are, and who may read them.
 *
 * @param port 0 for any free port
 * @param token what whoever reads /metrics has to show; null: nothing, on the loopback interface only
 * @param keystore PKCS #12 with certificate and key; null: no TLS
 */
public record HttpSettings(
        String host,
        int port,
        @Nullable String token,
        @Nullable Path keystore,
        @Nullable String keystorePassword) {
    static final int DEFAULT_PORT = 8080;
    static final String TOKEN = "BROADSHEET_HTTP_TOKEN";
    static final String KEYSTORE = "BROADSHEET_HTTP_TLS_KEYSTORE";

    private static final String PASSWORD = "BROADSHEET_HTTP_TLS_PASSWORD";
    private static final int HIGHEST_PORT = 65_535;
    private static final int SHORTEST_TOKEN = 16;

    /** On the loopback interface, free to read. */
    public static HttpSettings local(int port) {
        return new HttpSettings("127.0.0.1", port, null, null, null);
    }

    /** Notes problems in the reader; beyond the loopback interface a token is required. */
    static HttpSettings read(SettingsReader reader) {
        HttpSettings settings = new HttpSettings(
                reader.text("BROADSHEET_HTTP_HOST", "127.0.0.1"),
                reader.integer("BROADSHEET_HTTP_PORT", DEFAULT_PORT, 0, HIGHEST_PORT),
                reader.optional(TOKEN),
                reader.optional(KEYSTORE) == null ? null : reader.path(KEYSTORE, Path.of("")),
                reader.optional(PASSWORD));
        String token = settings.token;
        if (token == null && !isLoopback(settings.host)) {
            reader.problem(
                    TOKEN,
                    "is missing: BROADSHEET_HTTP_HOST=" + settings.host
                            + " can be reached from other machines, so /metrics needs a token; or listen on 127.0.0.1");
        } else if (token != null
                && (token.length() < SHORTEST_TOKEN
                        || !token.chars().allMatch(letter -> letter > ' ' && letter <= '~'))) {
            reader.problem(
                    TOKEN, "has to be at least " + SHORTEST_TOKEN + " printable ASCII characters without spaces");
        }
        if ((settings.keystore == null) != (settings.keystorePassword == null)) {
            reader.problem(settings.keystore == null ? KEYSTORE : PASSWORD, "is missing: TLS needs both");
        }
        return settings;
    }

    // A name that nobody knows is told by whoever listens there.
    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return true;
        }
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "HttpSettings[host=" + host + ", port=" + port + ", token=" + (token == null ? "none" : "(not shown)")
                + ", keystore=" + keystore + "]";
    }
}
