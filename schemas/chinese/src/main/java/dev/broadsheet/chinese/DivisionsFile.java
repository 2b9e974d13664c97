package dev.broadsheet.chinese;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.zip.GZIPInputStream;

/**
 * Reads {@code divisions.bin.gz}, which {@code src/build/divisions.mjs} writes. Big endian: the counts of names, their
 * UTF-16 units, divisions and short names (four bytes each); the names in order (units shared with the one before, units
 * of its own times two plus one if searched for, both variable, then these units); the codes in order (difference to
 * the one before, variable); the name of each division (three bytes); of each short name its name, then its division.
 */
final class DivisionsFile {
    private static final String FILE = "divisions.bin.gz";

    private final ByteBuffer bytes;

    private DivisionsFile(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    static PackedDivisions read() {
        try (InputStream packed = DivisionsFile.class.getResourceAsStream(FILE)) {
            if (packed == null) {
                throw new IllegalStateException(FILE + " is missing beside " + DivisionsFile.class);
            }
            try (InputStream plain = new GZIPInputStream(packed, 1 << 16)) {
                return new DivisionsFile(ByteBuffer.wrap(plain.readAllBytes())).divisions();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    private PackedDivisions divisions() {
        int names = bytes.getInt();
        int units = bytes.getInt();
        int divisions = bytes.getInt();
        int aliases = bytes.getInt();
        NameTable table = names(names, units);
        long[] codes = codes(divisions);
        int[] nameOf = threes(divisions);
        return new PackedDivisions(table, codes, nameOf, new Bearers(names, nameOf, threes(aliases), threes(aliases)));
    }

    private NameTable names(int count, int units) {
        char[] letters = new char[units];
        int[] starts = new int[count + 1];
        BitSet searched = new BitSet(count);
        for (int name = 0; name < count; name++) {
            int shared = Math.toIntExact(variable());
            int own = Math.toIntExact(variable());
            int at = starts[name];
            if (shared > 0) {
                System.arraycopy(letters, starts[name - 1], letters, at, shared);
            }
            for (int i = 0; i < own >> 1; i++) {
                letters[at + shared + i] = bytes.getChar();
            }
            starts[name + 1] = at + shared + (own >> 1);
            searched.set(name, (own & 1) == 1);
        }
        return new NameTable(letters, starts, searched);
    }

    private long[] codes(int count) {
        long[] codes = new long[count];
        long code = 0;
        for (int i = 0; i < count; i++) {
            code += variable();
            codes[i] = code;
        }
        return codes;
    }

    private int[] threes(int count) {
        int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = (bytes.get() & 0xff) << 16 | bytes.getChar();
        }
        return values;
    }

    private long variable() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes.get();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
