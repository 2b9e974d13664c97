package dev.broadsheet.sink.reconcile;

/**
 * Numbers by the fingerprint of a text: 32 to 64 bytes an entry, where a map of texts takes ten times as many. Of a million texts two share a
 * fingerprint once in forty million runs. One thread.
 */
final class LongMap {
    private static final int FIRST = 1 << 10;
    private static final long PRIME = 0x100000001b3L;

    private long[] keys = new long[FIRST];
    private long[] values = new long[FIRST];
    private int size;

    /** The value that was there, else {@code absent}. */
    long put(String text, long value, long absent) {
        if (2 * (size + 1) > keys.length) {
            grow();
        }
        long key = fingerprint(text);
        int at = place(keys, key);
        long before = keys[at] == key ? values[at] : absent;
        size += keys[at] == key ? 0 : 1;
        keys[at] = key;
        values[at] = value;
        return before;
    }

    long get(String text, long absent) {
        long key = fingerprint(text);
        int at = place(keys, key);
        return keys[at] == key ? values[at] : absent;
    }

    boolean contains(String text) {
        long key = fingerprint(text);
        return keys[place(keys, key)] == key;
    }

    boolean containsAll(LongMap other) {
        for (long key : other.keys) {
            if (key != 0 && keys[place(keys, key)] != key) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        long[] larger = new long[2 * keys.length];
        long[] moved = new long[larger.length];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                int at = place(larger, keys[i]);
                larger[at] = keys[i];
                moved[at] = values[i];
            }
        }
        keys = larger;
        values = moved;
    }

    /** Where the key is or would be. */
    private static int place(long[] keys, long key) {
        int at = (int) key & (keys.length - 1);
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }

    // FNV-1a over UTF-16 units, then mixed, because places are its lowest bits; 0 means an empty place.
    private static long fingerprint(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        hash ^= hash >>> 31;
        return hash == 0 ? 1 : hash;
    }
}
