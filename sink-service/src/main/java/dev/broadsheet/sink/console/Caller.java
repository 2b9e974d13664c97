package dev.broadsheet.sink.console;

import java.util.Locale;

/**
 * Who asks.
 *
 * @param signedIn showed a token or a session, as against whoever shows nothing where reading is free
 * @param bySession signed in by a browser's cookie, which the browser also sends where another site makes it ask
 * @param csrf what such a browser has to send along when it changes something; empty for others
 * @param address where the request came from
 */
public record Caller(Role role, boolean signedIn, boolean bySession, String csrf, String address) {
    /** For logs and for what is written to topics: "console:operator". */
    public String by() {
        return "console:" + name();
    }

    String name() {
        return signedIn() ? role.name().toLowerCase(Locale.ROOT) : "anonymous";
    }
}
