package dev.broadsheet.chinese;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** New areas and development zones, which are no divisions but are written about as if they were; from a table. */
final class FunctionalAreas implements Gazetteer {
    private static final String FILE = "functional-areas.tsv";

    private final NameTable names;
    private final List<List<Division>> bearers;
    private final Map<String, Division> codes;

    private FunctionalAreas(SortedMap<String, List<Division>> byName, Map<String, Division> codes) {
        this.names = NameTable.of(List.copyOf(byName.keySet()));
        this.bearers = byName.values().stream().map(List::copyOf).toList();
        this.codes = codes;
    }

    static FunctionalAreas load() {
        try (InputStream in = FunctionalAreas.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing beside " + FunctionalAreas.class);
            }
            return parse(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    /** Columns: name, other names separated by 、, code (may be empty), code of the division it belongs to, comment. */
    private static FunctionalAreas parse(BufferedReader lines) throws IOException {
        SortedMap<String, List<Division>> byName = new TreeMap<>();
        Map<String, Division> codes = new HashMap<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (cells.length != 5) {
                throw new IllegalStateException(FILE + " needs five columns: " + line);
            }
            Division area = new Division(cells[2], cells[0], Level.COUNTY, cells[3]);
            String all = cells[1].isEmpty() ? cells[0] : cells[0] + "、" + cells[1];
            for (String name : all.split("、", -1)) {
                byName.computeIfAbsent(name, n -> new ArrayList<>()).add(area);
            }
            if (area.hasCode()) {
                codes.put(area.code(), area);
            }
        }
        return new FunctionalAreas(byName, codes);
    }

    List<Division> all() {
        return bearers.stream().flatMap(List::stream).distinct().toList();
    }

    @Override
    public List<Division> named(CharSequence name) {
        int index = names.find(name);
        return index < 0 ? List.of() : bearers.get(index);
    }

    @Override
    public Optional<Division> byCode(String code) {
        return Optional.ofNullable(codes.get(code));
    }

    @Override
    public int longestAt(CharSequence text, int from) {
        int index = names.longestAt(text, from);
        return index < 0 ? 0 : names.length(index);
    }
}
