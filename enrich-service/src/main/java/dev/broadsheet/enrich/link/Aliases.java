package dev.broadsheet.enrich.link;

import dev.broadsheet.enrich.extract.EntityType;
import dev.broadsheet.enrich.extract.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names that are one thing under another name, wherever they stand: the only way in which two names become one across articles. */
final class Aliases {
    private record Key(EntityType type, String name, String placeCode) {}

    private final Map<Key, String> canonical = new HashMap<>();

    private Aliases() {}

    static Aliases load() {
        return load(Aliases.class, "aliases.tsv");
    }

    /** Columns: name, type, code of the place it must belong to (may be empty), canonical name, comment. */
    static Aliases load(Class<?> home, String file) {
        Aliases aliases = new Aliases();
        Table.read(home, file, 4, aliases::add);
        for (Map.Entry<Key, String> row : aliases.canonical.entrySet()) {
            Key next = new Key(row.getKey().type(), row.getValue(), row.getKey().placeCode());
            if (aliases.canonical.containsKey(next)) {
                throw new IllegalStateException(
                        file + ": " + row.getKey().name() + " leads to the alias " + row.getValue());
            }
        }
        return aliases;
    }

    private void add(List<String> row) {
        if (Arrays.stream(EntityType.values()).noneMatch(type -> type.name().equals(row.get(1)))) {
            throw new IllegalArgumentException("no type of entity is called " + row.get(1));
        }
        if (!row.get(2).matches("|\\d{6}|\\d{9}|\\d{12}")) {
            throw new IllegalArgumentException(row.get(2) + " is no code of 6 or 9 or 12 digits");
        }
        if (row.get(3).isBlank() || row.get(3).equals(row.get(0))) {
            throw new IllegalArgumentException(row.get(0) + " has no other canonical name");
        }
        Key key = new Key(EntityType.valueOf(row.get(1)), row.get(0), row.get(2));
        if (canonical.putIfAbsent(key, row.get(3)) != null) {
            throw new IllegalArgumentException(row.get(0) + " stands twice");
        }
    }

    /** The canonical name of what goes by this name and belongs to this place, or null where the table does not say. */
    @Nullable
    String canonical(EntityType type, String name, @Nullable String placeCode) {
        String here = placeCode == null ? null : canonical.get(new Key(type, name, placeCode));
        return here == null ? canonical.get(new Key(type, name, "")) : here;
    }
}
