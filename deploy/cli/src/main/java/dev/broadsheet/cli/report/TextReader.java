package dev.broadsheet.cli.report;

import dev.broadsheet.ingest.text.CharsetFinder;
import dev.broadsheet.ingest.text.PageText;
import dev.broadsheet.ingest.text.TextReading;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;

/** Decodes the lines of a text file: UTF-8, and what is not, in any charset that pages are read in. Any thread. */
public final class TextReader {
    private final CharsetFinder charsets = new CharsetFinder();

    /** Without their ends; a blank line is a line. Throws IOException, in words for a person, where the bytes are no text. */
    public List<String> lines(byte[] bytes) throws IOException {
        return decoded(bytes).lines().toList();
    }

    private String decoded(byte[] bytes) throws IOException {
        try {
            return PageText.decode(ByteBuffer.wrap(bytes), "UTF-8");
        } catch (CharacterCodingException e) {
            TextReading reading = charsets.find(bytes);
            if (reading instanceof TextReading.Text text) {
                return PageText.decode(ByteBuffer.wrap(bytes), text.charset());
            }
            throw new IOException(((TextReading.NoText) reading).reason(), e);
        }
    }
}
