package dev.broadsheet.enrich.extract;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Names that an operator lists, each with its type. They lie in one array, sorted, so that a million of them take a few dozen megabytes,
 * which a trie would take tenfold. Immutable, any thread.
 */
public final class Vocabulary {
    /** No names. */
    public static final Vocabulary NONE = new Vocabulary(new NameRows());

    private static final List<EntityType> TYPES = List.of(EntityType.values());

    private final char[] characters;
    /** Where each name starts in {@link #characters}, and one more where the last one ends. */
    private final int[] starts;

    private final byte[] types;
    /** Of each first character, the first name that has it or a higher one; empty where there are no names. */
    private final int[] byFirst;

    /** @param names as texts are folded ({@link FlatText}), none of them empty */
    Vocabulary(NameRows names) {
        int[] order = NameOrder.of(names);
        starts = new int[order.length + 1];
        types = new byte[order.length];
        byFirst = new int[order.length == 0 ? 0 : Character.MAX_VALUE + 2];
        for (int row = 0; row < order.length; row++) {
            starts[row + 1] = starts[row] + names.length(order[row]);
            types[row] = (byte) names.type(order[row]).index();
        }
        characters = new char[starts[order.length]];
        for (int row = 0; row < order.length; row++) {
            names.copy(order[row], characters, starts[row]);
        }
        index();
    }

    private void index() {
        int row = 0;
        for (int first = 0; first < byFirst.length; first++) {
            while (row < size() && characters[starts[row]] < first) {
                row++;
            }
            byFirst[first] = row;
        }
    }

    public int size() {
        return types.length;
    }

    /** Each name and its type, a tab between them, in an order that the names alone decide. */
    public Stream<String> rows() {
        return IntStream.range(0, size()).mapToObj(row -> name(row) + "\t" + type(row));
    }

    private String name(int row) {
        return new String(characters, starts[row], length(row));
    }

    /** Characters of a name. */
    int length(int row) {
        return starts[row + 1] - starts[row];
    }

    EntityType type(int row) {
        return TYPES.get(types[row]);
    }

    /** Row of the longest name that stands at {@code from} and ends, not behind {@code limit}, where it may; -1 if none. */
    int longestAt(CharSequence text, int from, int limit, IntPredicate mayEnd) {
        int best = -1;
        int low = size() == 0 ? 0 : byFirst[text.charAt(from)];
        int high = size() == 0 ? 0 : byFirst[text.charAt(from) + 1];
        for (int read = 1; low < high; read++) {
            // Sorted: of the names that begin with what was read, the one that is no longer stands first.
            if (length(low) == read) {
                best = mayEnd.test(from + read) ? low : best;
                low++;
            }
            if (from + read == limit) {
                break;
            }
            low = firstFrom(text.charAt(from + read), low, high, read);
            high = firstFrom(text.charAt(from + read) + 1, low, high, read);
        }
        return best;
    }

    /** The first of the rows from {@code low} to before {@code high} whose character at {@code index} is {@code character} or a higher one. */
    private int firstFrom(int character, int low, int high, int index) {
        int from = low;
        int to = high;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (characters[starts[middle] + index] < character) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
