package dev.broadsheet.chinese;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The administrative divisions of China from province to village (codes of 2023), and functional areas.
 *
 * <p>A province, prefecture or county is also found by its short name (郑州, 内蒙古), towns and villages by their full
 * name only; no name has one character. {@link #longestAt} leaves out what is mostly an ordinary word (城中村, 城区) and
 * short names of districts (金水, 中原), which {@link #named} knows. Names recur: there are 540 villages called 和平村, and
 * choosing among them is the caller's business. Any thread may call it; about 24 MB, and up to 25 MB more of
 * what was asked for last, so load it once.
 */
public final class Divisions {
    /**
     * A name found in a text at {@code start} to {@code end}, in UTF-16 units.
     *
     * @param divisions all that bear it, the highest level first, then by code
     */
    public record Match(int start, int end, List<Division> divisions) {}

    /** A name and all that bear it. */
    private record Borne(String name, List<Division> divisions) {}

    /** At most some 25 MB, if they are the names that most villages share. */
    private static final int KEPT = 1 << 11;

    private final Gazetteer administrative;
    private final Gazetteer functional;
    /** The names met last: pages name the same places again and again, and to make a list anew takes longer than to find the name. */
    private final AtomicReferenceArray<Borne> kept = new AtomicReferenceArray<>(KEPT);

    private Divisions(Gazetteer administrative, Gazetteer functional) {
        this.administrative = administrative;
        this.functional = functional;
    }

    public static Divisions load() {
        return new Divisions(DivisionsFile.read(), FunctionalAreas.load());
    }

    /** All that bear this full or short name, the highest level first, then by code; functional areas come last. */
    public List<Division> named(String name) {
        return bearers(name);
    }

    /** Codes may be cut after the province or prefecture: 41 and 410000 are the same. */
    public Optional<Division> byCode(String code) {
        return administrative.byCode(code).or(() -> functional.byCode(code));
    }

    /** The longest name that stands in the text right at {@code from}; nothing is said about what follows it. */
    public Optional<Match> longestAt(CharSequence text, int from) {
        int length = Math.max(administrative.longestAt(text, from), functional.longestAt(text, from));
        if (length == 0) {
            return Optional.empty();
        }
        int end = from + length;
        return Optional.of(
                new Match(from, end, bearers(text.subSequence(from, end).toString())));
    }

    private List<Division> bearers(String name) {
        int hash = name.hashCode();
        int slot = (hash ^ (hash >>> 16)) & (KEPT - 1);
        Borne borne = kept.getAcquire(slot);
        if (borne == null || !borne.name().equals(name)) {
            borne = new Borne(name, read(name));
            kept.setRelease(slot, borne);
        }
        return borne.divisions();
    }

    private List<Division> read(String name) {
        Set<Division> all = new LinkedHashSet<>(administrative.named(name));
        all.addAll(functional.named(name));
        return List.copyOf(all);
    }
}
