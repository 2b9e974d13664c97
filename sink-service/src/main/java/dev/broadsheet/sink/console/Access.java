package dev.broadsheet.sink.console;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is: by token, or by a session that was opened with one. A session is a signed text that any instance with the same tokens can
 * read; it ends by itself after half a day, and all at once where a token changes. Comparisons take the same time whatever is wrong. Any thread.
 */
final class Access {
    static final Duration SESSION = Duration.ofHours(12);
    private static final String HMAC = "HmacSHA256";
    private static final int NONCE_BYTES = 16;

    private final ConsoleSettings settings;
    private final Clock clock;
    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    Access(ConsoleSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.key =
                new SecretKeySpec(digest("session\n" + settings.operatorToken() + "\n" + settings.readerToken()), HMAC);
    }

    /** Whoever shows nothing. */
    Role anonymous() {
        return settings.readerToken().isEmpty() ? Role.READER : Role.NONE;
    }

    /** What a token is good for; NONE where it is wrong. */
    Role role(String token) {
        byte[] given = digest(token);
        boolean operator = MessageDigest.isEqual(given, digest(settings.operatorToken()));
        boolean reader = MessageDigest.isEqual(given, digest(settings.readerToken()));
        if (token.isEmpty()) {
            return Role.NONE;
        }
        return operator ? Role.OPERATOR : reader ? Role.READER : Role.NONE;
    }

    /** The value of a new session's cookie. */
    String open(Role role) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        String session = role + "." + clock.instant().plus(SESSION).getEpochSecond() + "." + base64(nonce);
        return session + "." + sign(session);
    }

    /** Whose session it is; null where it is none of ours, or has ended. */
    @Nullable
    Caller caller(String cookie, String address) {
        int last = cookie.lastIndexOf('.');
        if (last < 0 || !same(sign(cookie.substring(0, last)), cookie.substring(last + 1))) {
            return null;
        }
        String[] parts = cookie.split("\\.", -1);
        Role role = Role.valueOf(parts[0]);
        boolean ended = Long.parseLong(parts[1]) < clock.instant().getEpochSecond();
        return ended || token(role).isEmpty() ? null : new Caller(role, true, true, sign("csrf\n" + cookie), address);
    }

    // Without a token nobody signs in as this: the key might be one that anybody can compute.
    private String token(Role role) {
        return role == Role.OPERATOR ? settings.operatorToken() : settings.readerToken();
    }

    static boolean same(String expected, String given) {
        return MessageDigest.isEqual(digest(expected), digest(given));
    }

    private String sign(String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return base64(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
