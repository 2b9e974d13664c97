package dev.broadsheet.sink.console;

/**
 * Who asks.
 *
 * @param bySession signed in by a browser's cookie, which the browser also sends where another site makes it ask
 * @param csrf what such a browser has to send along when it changes something; empty for others
 */
public record Caller(Role role, boolean bySession, String csrf) {
    static final Caller NOBODY = new Caller(Role.NONE, false, "");

    /** For logs and for what is written to topics: "console:operator". */
    public String by() {
        return "console:" + name();
    }

    String name() {
        return switch (role) {
            case OPERATOR -> "operator";
            case READER -> "reader";
            case NONE -> "anonymous";
        };
    }
}
