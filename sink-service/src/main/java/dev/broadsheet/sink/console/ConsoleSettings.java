package dev.broadsheet.sink.console;

import dev.broadsheet.runtime.SettingsReader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the console listens and whom it serves.
 *
 * @param loopback whether only this machine reaches it
 * @param names host names that it is called by, besides those of the loopback interface; empty: any, but on loopback none
 * @param readerToken empty where reading is free
 * @param operatorToken empty where nobody may change anything
 * @param keystore PKCS12 or JKS file with the certificate; null for plain HTTP
 * @param requestsPerSecond of one address, in the long run
 */
public record ConsoleSettings(
        String host,
        int port,
        boolean loopback,
        Set<String> names,
        String readerToken,
        String operatorToken,
        @Nullable Path keystore,
        String keystorePassword,
        int requestsPerSecond) {
    private static final String PREFIX = "BROADSHEET_CONSOLE_";
    private static final String PORT = PREFIX + "PORT";
    private static final String HOST = PREFIX + "HOST";
    private static final String READER = PREFIX + "READER_TOKEN";
    private static final String OPERATOR = PREFIX + "OPERATOR_TOKEN";
    private static final String KEYSTORE = PREFIX + "TLS_KEYSTORE";
    private static final int HIGHEST_PORT = 65_535;
    private static final int SHORTEST_TOKEN = 16;
    private static final int DEFAULT_RATE = 50;
    private static final int HIGHEST_RATE = 100_000;

    public ConsoleSettings {
        names = Set.copyOf(names);
    }

    /** Null where no port is given: no console. */
    public static @Nullable ConsoleSettings read(SettingsReader reader) {
        String host = reader.text(HOST, "127.0.0.1");
        ConsoleSettings settings = new ConsoleSettings(
                host,
                reader.integer(PORT, 0, 0, HIGHEST_PORT),
                isLoopback(reader, host),
                names(reader.text(PREFIX + "NAMES", "")),
                reader.text(READER, ""),
                reader.text(OPERATOR, ""),
                keystore(reader),
                reader.text(PREFIX + "TLS_PASSWORD", ""),
                reader.integer(PREFIX + "RATE", DEFAULT_RATE, 1, HIGHEST_RATE));
        if (reader.optional(PORT) == null) {
            return null;
        }
        settings.check(reader);
        return settings;
    }

    boolean tls() {
        return keystore != null;
    }

    private void check(SettingsReader reader) {
        checkToken(reader, READER, readerToken);
        checkToken(reader, OPERATOR, operatorToken);
        if (!operatorToken.isEmpty() && operatorToken.equals(readerToken)) {
            reader.problem(OPERATOR, "is the same as " + READER + ", so that every reader could change things");
        }
    }

    private void checkToken(SettingsReader reader, String key, String token) {
        if (token.isEmpty() && !loopback) {
            reader.problem(
                    key,
                    "is missing: a console that listens on " + host
                            + " is reached from other machines; set a long random text, or " + HOST + "=127.0.0.1");
        } else if (!token.isEmpty() && token.length() < SHORTEST_TOKEN) {
            reader.problem(key, "is shorter than " + SHORTEST_TOKEN + " characters and could be guessed");
        }
    }

    private static boolean isLoopback(SettingsReader reader, String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            reader.problem(HOST, "names an unknown host: " + host);
            return true;
        }
    }

    private static Set<String> names(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    private static @Nullable Path keystore(SettingsReader reader) {
        if (reader.optional(KEYSTORE) == null) {
            return null;
        }
        Path file = reader.path(KEYSTORE, Path.of(""));
        if (!Files.isReadable(file)) {
            reader.problem(KEYSTORE, "names a file that cannot be read: " + file);
        }
        return file;
    }

    /** Without tokens and passwords. */
    @Override
    public String toString() {
        return "ConsoleSettings[" + host + ":" + port + (tls() ? ", TLS" : "") + "]";
    }
}
