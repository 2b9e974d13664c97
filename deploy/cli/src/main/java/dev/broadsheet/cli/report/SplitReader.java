package dev.broadsheet.cli.report;

import dev.broadsheet.ingest.split.PageSplitter;
import dev.broadsheet.ingest.split.SplitPage;
import dev.broadsheet.ingest.text.CharsetFinder;
import dev.broadsheet.ingest.text.PageText;
import dev.broadsheet.ingest.text.TextReading;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Decodes and splits the bytes of a page file as the services do. Any thread. */
public final class SplitReader {
    private final CharsetFinder charsets = new CharsetFinder();
    private final PageSplitter splitter = new PageSplitter();

    /** A page and the charset that its file was written in. */
    public record Split(String charset, SplitPage page) {}

    /** Throws IOException, in words for a person, where the bytes are no text. */
    public Split read(byte[] bytes) throws IOException {
        TextReading reading = charsets.find(bytes);
        if (reading instanceof TextReading.Text text) {
            return new Split(text.charset(), splitter.split(PageText.decode(ByteBuffer.wrap(bytes), text.charset())));
        }
        throw new IOException(((TextReading.NoText) reading).reason());
    }
}
