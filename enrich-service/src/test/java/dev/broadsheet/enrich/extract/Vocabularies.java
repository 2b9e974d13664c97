package dev.broadsheet.enrich.extract;

import java.util.Map;

/** Operators' vocabularies for tests. */
public final class Vocabularies {
    private Vocabularies() {}

    public static Vocabulary of(Map<String, EntityType> names) {
        NameRows rows = new NameRows();
        names.forEach((name, type) -> rows.add(name, type, 0, 0));
        return new Vocabulary(rows);
    }
}
