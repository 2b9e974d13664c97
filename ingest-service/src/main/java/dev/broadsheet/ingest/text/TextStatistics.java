package dev.broadsheet.ingest.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * What bytes look like when they are read in one charset; counted in a small buffer, so that a large file is never held
 * twice. Counts are UTF-16 units.
 *
 * @param badByte offset of the first byte that does not fit the charset, -1 where all fit
 * @param units all units
 * @param visible units that are not white space, byte order mark or U+0000
 * @param controls control characters other than white space, U+0000 included, and noncharacters
 * @param foreign units beyond ASCII
 * @param common units among {@code foreign} that are frequent in Chinese text, its punctuation included
 */
record TextStatistics(long badByte, long units, long visible, long controls, long foreign, long common) {
    private static final int BUFFER = 8192;

    static TextStatistics of(byte[] bytes, Charset charset, CommonCharacters characters) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(BUFFER);
        Counter counter = new Counter(characters);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            counter.count(out.flip());
            out.clear();
            if (result.isError()) {
                return counter.result(in.position());
            }
            if (result.isUnderflow()) {
                return counter.result(-1);
            }
        }
    }

    boolean fits() {
        return badByte < 0;
    }

    /** Control characters are more than one in twenty: no text. */
    boolean binary() {
        return controls * 20 > units;
    }

    /** Share of what is beyond ASCII that is frequent in Chinese text, 0 to 1. */
    double plausibility() {
        return foreign == 0 ? 0 : (double) common / foreign;
    }

    private static final class Counter {
        private final CommonCharacters characters;
        private long units;
        private long visible;
        private long controls;
        private long foreign;
        private long common;

        Counter(CommonCharacters characters) {
            this.characters = characters;
        }

        void count(CharBuffer buffer) {
            units += buffer.length();
            while (buffer.hasRemaining()) {
                count(buffer.get());
            }
        }

        private void count(char c) {
            if (Character.isWhitespace(c) || c == '\uFEFF') {
                return;
            }
            if (Character.isISOControl(c) || c >= '\uFFFE') {
                controls++;
                visible += c == 0 ? 0 : 1;
                return;
            }
            visible++;
            if (c >= 0x80) {
                foreign++;
                common += isPunctuation(c) || characters.contains(c) ? 1 : 0;
            }
        }

        // General punctuation, CJK punctuation, full-width ASCII.
        private static boolean isPunctuation(char c) {
            return (c >= 0x2010 && c <= 0x2027) || (c >= 0x3000 && c <= 0x3011) || (c >= 0xFF01 && c <= 0xFF5E);
        }

        TextStatistics result(long badByte) {
            return new TextStatistics(badByte, units, visible, controls, foreign, common);
        }
    }
}
