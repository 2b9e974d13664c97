package dev.broadsheet.sink.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Writes what was read, in order. A batch that the store refuses is halved, each half in a transaction of its own, until the
 * guilty change stands alone; it is replaced by what {@code refuse} says about it. Not thread-safe.
 */
public final class BatchWriter {
    private final Store store;
    private final Consumer<Written> written;

    public BatchWriter(Store store, Consumer<Written> written) {
        this.store = store;
        this.written = written;
    }

    /** A change with the place it was read from. */
    public record Entry(Partition partition, long offset, Change change) {}

    /** {@code next} holds the store's offsets and moves on with every transaction. */
    public void write(
            List<Entry> entries, Map<Partition, Long> next, BiFunction<Entry, RowRefusedException, Change> refuse) {
        try {
            List<OffsetMove> moves = moves(entries, next);
            written.accept(
                    store.write(new Batch(entries.stream().map(Entry::change).toList(), moves)));
            moves.forEach(move -> next.put(move.partition(), move.next()));
        } catch (RowRefusedException e) {
            if (entries.size() == 1) {
                dismiss(entries.get(0), e, next, refuse);
                return;
            }
            int half = entries.size() / 2;
            write(entries.subList(0, half), next, refuse);
            write(entries.subList(half, entries.size()), next, refuse);
        }
    }

    private void dismiss(
            Entry entry,
            RowRefusedException cause,
            Map<Partition, Long> next,
            BiFunction<Entry, RowRefusedException, Change> refuse) {
        if (isLastWord(entry.change())) {
            throw new IllegalStateException("the store refuses even what is said of a refusal", cause);
        }
        write(List.of(new Entry(entry.partition(), entry.offset(), refuse.apply(entry, cause))), next, refuse);
    }

    private static boolean isLastWord(Change change) {
        return change instanceof Refused || (change instanceof StoredLetter letter && letter.isUnreadable());
    }

    private static List<OffsetMove> moves(List<Entry> entries, Map<Partition, Long> next) {
        Map<Partition, Long> after = new TreeMap<>();
        entries.forEach(entry -> after.put(entry.partition(), entry.offset() + 1));
        List<OffsetMove> moves = new ArrayList<>();
        after.forEach((partition, offset) -> {
            Long expected = next.get(partition);
            if (expected == null) {
                throw new NotOwnerException(partition + " is not ours", null);
            }
            moves.add(new OffsetMove(partition, expected, offset));
        });
        return moves;
    }
}
