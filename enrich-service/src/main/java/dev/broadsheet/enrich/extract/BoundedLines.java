package dev.broadsheet.enrich.extract;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Reads lines, however they end, without holding more of one than its limit: a file may be one line of gigabytes. One thread. */
final class BoundedLines implements AutoCloseable {
    private static final int BUFFER = 1 << 14;

    private final Reader reader;
    private final int limit;
    private final char[] buffer = new char[BUFFER];
    private final StringBuilder line = new StringBuilder();
    private int at;
    private int filled;
    private boolean afterReturn;

    /** @param reader closed with this */
    BoundedLines(Reader reader, int limit) {
        this.reader = reader;
        this.limit = limit;
    }

    /** The next line without its end, null behind the last; of a line over the limit, {@code limit + 1} characters. */
    @Nullable
    String next() throws IOException {
        line.setLength(0);
        if (fill() && afterReturn && buffer[at] == '\n') {
            at++;
        }
        afterReturn = false;
        if (!fill()) {
            return null;
        }
        while (fill()) {
            int from = at;
            while (at < filled && buffer[at] != '\n' && buffer[at] != '\r') {
                at++;
            }
            line.append(buffer, from, Math.min(at - from, limit + 1 - line.length()));
            if (at < filled) {
                afterReturn = buffer[at++] == '\r';
                break;
            }
        }
        return line.toString();
    }

    /** Whether there is a character to read. */
    private boolean fill() throws IOException {
        if (at == filled) {
            at = 0;
            filled = Math.max(0, reader.read(buffer));
        }
        return at < filled;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
