package dev.broadsheet.runtime;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Keeps what must not be read by others out of messages and logs. A key counts as secret rather once too often. */
final class Secrets {
    private static final String MASK = "(not shown)";
    // URLs too: they may hold a password.
    private static final Pattern SECRET = Pattern.compile(
            "PASSWORD|PASSPHRASE|SECRET|TOKEN|JAAS|USER.?INFO|CREDENTIAL|KEY$|CHAIN$|URL$", Pattern.CASE_INSENSITIVE);

    private Secrets() {}

    /** The value in quotation marks, or that it is not shown. */
    static String shown(String key, String value) {
        return isSecret(key) ? MASK : "\"" + value + "\"";
    }

    static Map<String, String> masked(Map<String, String> settings) {
        Map<String, String> masked = new TreeMap<>();
        settings.forEach((key, value) -> masked.put(key, isSecret(key) ? MASK : value));
        return masked;
    }

    private static boolean isSecret(String key) {
        return SECRET.matcher(key).find();
    }
}
