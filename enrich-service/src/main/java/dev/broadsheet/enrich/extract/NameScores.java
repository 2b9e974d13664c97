package dev.broadsheet.enrich.extract;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Counts names found, made up and missed. Distinct names of an article count once; text and type must be exact. Not thread-safe. */
public final class NameScores {
    private static final class Count {
        int found;
        int madeUp;
        int missed;

        void add(Count other) {
            found += other.found;
            madeUp += other.madeUp;
            missed += other.missed;
        }

        double f1() {
            return found == 0 ? 0 : 2.0 * found / (2.0 * found + madeUp + missed);
        }

        String row(String name) {
            return String.format(
                    Locale.ROOT,
                    "%s\t%.3f\t%.3f\t%.3f\t%d\t%d\t%d%n",
                    name,
                    f1(),
                    found / (double) Math.max(1, found + madeUp),
                    found / (double) Math.max(1, found + missed),
                    found,
                    madeUp,
                    missed);
        }
    }

    private record Name(String text, EntityType type) {}

    private static final String ALL = "all";
    private static final int COLUMNS = 7;
    private static final Pattern SPACE = Pattern.compile("[\\s\u3000\u00a0]");

    private final Map<EntityType, Count> counts = new EnumMap<>(EntityType.class);

    /** Nothing counted yet. */
    public NameScores() {
        for (EntityType type : EntityType.values()) {
            counts.put(type, new Count());
        }
    }

    private Count count(EntityType type) {
        return Objects.requireNonNull(counts.get(type));
    }

    void add(LabelledArticle article, List<EntityMention> mentions) {
        Set<Name> found = mentions.stream()
                .map(mention -> new Name(bare(mention.text()), mention.type()))
                .collect(Collectors.toSet());
        Set<Name> labelled = article.names().entrySet().stream()
                .map(label -> new Name(bare(label.getKey()), label.getValue()))
                .collect(Collectors.toSet());
        for (Name name : found) {
            Count count = count(name.type());
            if (labelled.contains(name)) {
                count.found++;
            } else {
                count.madeUp++;
            }
        }
        labelled.stream().filter(name -> !found.contains(name)).forEach(name -> count(name.type()).missed++);
    }

    /** Adds what {@link #table} printed elsewhere; IllegalArgumentException where it is something else. */
    public void add(String table) {
        for (String row : table.lines().skip(1).toList()) {
            List<String> cells = List.of(row.split("\t", -1));
            if (cells.size() != COLUMNS) {
                throw new IllegalArgumentException("not a table of scores: " + row);
            }
            if (!cells.get(0).equals(ALL)) {
                Count count = count(EntityType.valueOf(cells.get(0)));
                count.found += Integer.parseInt(cells.get(COLUMNS - 3));
                count.madeUp += Integer.parseInt(cells.get(COLUMNS - 2));
                count.missed += Integer.parseInt(cells.get(COLUMNS - 1));
            }
        }
    }

    private static String bare(String name) {
        return SPACE.matcher(name).replaceAll("");
    }

    /** F1 of all types together. */
    double f1() {
        return all().f1();
    }

    private Count all() {
        Count all = new Count();
        counts.values().forEach(all::add);
        return all;
    }

    /** A row for each type and one for all: type, F1, precision, recall, found, made up, missed. */
    public String table() {
        StringBuilder table = new StringBuilder("type\tF1\tprecision\trecall\tfound\tmade up\tmissed\n");
        counts.forEach((type, count) -> table.append(count.row(type.name())));
        return table.append(all().row(ALL)).toString();
    }
}
