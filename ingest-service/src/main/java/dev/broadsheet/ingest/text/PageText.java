package dev.broadsheet.ingest.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/** The text of a page. Stateless, any thread. */
public final class PageText {
    private PageText() {}

    /** Decodes strictly and leaves out a byte order mark; any byte that does not fit is an exception, never a question mark. */
    public static String decode(ByteBuffer bytes, String charset) throws CharacterCodingException {
        String text = Charset.forName(charset)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(bytes.duplicate())
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
