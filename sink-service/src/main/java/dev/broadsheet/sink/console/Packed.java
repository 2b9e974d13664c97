package dev.broadsheet.sink.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * An answer with its ETag, and compressed where that is worth it.
 *
 * @param zipped empty where it is not
 */
@SuppressWarnings("ArrayRecordComponent") // raw bytes; never compared
record Packed(Answer answer, String tag, byte[] zipped) {
    private static final int WORTH_ZIPPING = 1024;
    private static final int TAG_BYTES = 15;

    static Packed of(Answer answer) {
        byte[] body = answer.body();
        boolean worth = body.length > WORTH_ZIPPING
                && !answer.type().startsWith("image/png")
                && !answer.type().startsWith("font/");
        return new Packed(answer, tag(body), worth ? zip(body) : new byte[0]);
    }

    /** A tag of its own for each of the two forms, as HTTP wants it. */
    String tag(boolean compressed) {
        return "\"" + tag + (compressed ? "-gz" : "") + "\"";
    }

    /** Whether a header If-None-Match names it. */
    boolean isKnownBy(@Nullable String tags) {
        return tags != null
                && (tags.contains(tag(false))
                        || tags.contains(tag(true))
                        || tags.strip().equals("*"));
    }

    private static String tag(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, TAG_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] zip(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
