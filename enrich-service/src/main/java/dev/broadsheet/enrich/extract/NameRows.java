package dev.broadsheet.enrich.extract;

import java.util.Arrays;
import java.util.List;

/**
 * Distinct names with type and place of origin, as they come. Columns of plain numbers: a million objects more, and the garbage collector
 * would take longer than the reading. One thread.
 */
final class NameRows {
    private static final int FIRST_SIZE = 64;
    private static final List<EntityType> TYPES = List.of(EntityType.values());

    private char[] characters = new char[FIRST_SIZE];
    private int[] starts = new int[FIRST_SIZE + 1];
    private byte[] types = new byte[FIRST_SIZE];
    private int[] files = new int[FIRST_SIZE];
    private int[] lines = new int[FIRST_SIZE];
    /** Row plus one by hash of the name, the next free slot where that is taken; at most half full. */
    private int[] slots = new int[FIRST_SIZE * 2];

    private int size;

    int size() {
        return size;
    }

    int length(int row) {
        return starts[row + 1] - starts[row];
    }

    char at(int row, int index) {
        return characters[starts[row] + index];
    }

    EntityType type(int row) {
        return TYPES.get(types[row]);
    }

    int file(int row) {
        return files[row];
    }

    int line(int row) {
        return lines[row];
    }

    void copy(int row, char[] to, int at) {
        System.arraycopy(characters, starts[row], to, at, length(row));
    }

    /** Adds a name, or gives the row it has already; -1 where it was added. */
    int add(String name, EntityType type, int file, int line) {
        makeRoom(name.length());
        int slot = slot(name);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        name.getChars(0, name.length(), characters, starts[size]);
        starts[size + 1] = starts[size] + name.length();
        types[size] = (byte) type.index();
        files[size] = file;
        lines[size] = line;
        slots[slot] = ++size;
        return -1;
    }

    /** Takes back the names that were added last, down to {@code kept} of them. */
    void cut(int kept) {
        while (size > kept) {
            // Nothing that stays was put behind it, so its slot can be freed.
            slots[slot(new String(characters, starts[size - 1], length(size - 1)))] = 0;
            size--;
        }
    }

    /** The slot that leads to the name, or the free one where it belongs. */
    private int slot(String name) {
        int slot = firstSlot(name.hashCode());
        while (slots[slot] != 0 && !isName(slots[slot] - 1, name)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean isName(int row, String name) {
        if (length(row) != name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (at(row, i) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void makeRoom(int length) {
        if (starts[size] + length > characters.length) {
            characters = Arrays.copyOf(characters, characters.length * 2 + length);
        }
        if (size == types.length) {
            starts = Arrays.copyOf(starts, size * 2 + 1);
            types = Arrays.copyOf(types, size * 2);
            files = Arrays.copyOf(files, size * 2);
            lines = Arrays.copyOf(lines, size * 2);
            slots = new int[slots.length * 2];
            for (int row = 0; row < size; row++) {
                int slot = firstSlot(hash(row));
                while (slots[slot] != 0) {
                    slot = (slot + 1) & (slots.length - 1);
                }
                slots[slot] = row + 1;
            }
        }
    }

    /** As {@link String#hashCode} has it. */
    private int hash(int row) {
        int hash = 0;
        for (int i = 0; i < length(row); i++) {
            hash = 31 * hash + at(row, i);
        }
        return hash;
    }

    /** The highest bits of a product with an odd number of no pattern, so that names in a row do not crowd. */
    private int firstSlot(int hash) {
        return (hash * 0x9E3779B9) >>> Integer.numberOfLeadingZeros(slots.length - 1);
    }
}
