package dev.broadsheet.enrich.extract;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Reads lines, however they end, without holding more of one than its limit: a file may be one line of gigabytes. One thread. */
final class BoundedLines implements AutoCloseable {
    private static final int END = -1;
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
        int c = read();
        if (c == '\n' && afterReturn) {
            c = read();
        }
        if (c == END) {
            return null;
        }
        while (c != END && c != '\n' && c != '\r') {
            if (line.length() <= limit) {
                line.append((char) c);
            }
            c = read();
        }
        afterReturn = c == '\r';
        return line.toString();
    }

    private int read() throws IOException {
        if (at == filled) {
            at = 0;
            filled = reader.read(buffer);
            if (filled <= 0) {
                filled = 0;
                return END;
            }
        }
        return buffer[at++];
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
