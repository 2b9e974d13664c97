package dev.broadsheet.enrich.extract;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells whether a file is UTF-8, in constant memory. Stateless. */
final class Utf8 {
    private static final int CHUNK = 1 << 16;

    private Utf8() {}

    /** The line with the first byte that is no UTF-8, from 1; 0 where there is none. */
    static int firstBadLine(Path file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK).limit(0);
        CharBuffer characters = CharBuffer.allocate(CHUNK);
        int line = 1;
        try (ReadableByteChannel in = Files.newByteChannel(file)) {
            boolean last = false;
            while (!last) {
                last = !fill(in, bytes);
                CoderResult result = decoder.decode(bytes, characters.clear(), last);
                line += lineEnds(characters.flip());
                if (result.isError()) {
                    return line;
                }
            }
        }
        return 0;
    }

    private static int lineEnds(CharBuffer characters) {
        char[] all = characters.array();
        int ends = 0;
        for (int i = 0; i < characters.limit(); i++) {
            ends += all[i] == '\n' ? 1 : 0;
        }
        return ends;
    }

    /** Adds to what is left of the bytes; false at the end of the file. */
    private static boolean fill(ReadableByteChannel in, ByteBuffer bytes) throws IOException {
        bytes.compact();
        int read = in.read(bytes);
        bytes.flip();
        return read >= 0;
    }
}
