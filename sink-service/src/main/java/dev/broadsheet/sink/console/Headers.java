package dev.broadsheet.sink.console;

import org.eclipse.jetty.http.HttpFields;

/** What every answer tells browsers to refuse: foreign and inline scripts, frames, guessed types, addresses handed on. */
final class Headers {
    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'; frame-ancestors 'none'";

    private Headers() {}

    static void protect(HttpFields.Mutable headers, boolean tls) {
        headers.put("Content-Security-Policy", POLICY);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        if (tls) {
            headers.put("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
