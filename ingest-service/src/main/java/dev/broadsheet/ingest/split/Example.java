package dev.broadsheet.ingest.split;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A stretch of rows to learn from. Immutable as long as nobody writes to its arrays. */
final class Example {
    private static final long ANY_CAPTION = bits("TOP_CAPTION", "CAPTIONS", "PHOTO_CAPTION", "LONE_CAPTION");

    /** The traits of each row. */
    final long[] traits;
    /** For each row the states that agree with its label, as bits. */
    final long[] states;
    /** Whether the stretch begins the page. */
    final boolean opens;

    private final boolean[] begins;

    private Example(long[] traits, long[] states, boolean[] begins, boolean opens) {
        this.traits = traits;
        this.states = states;
        this.begins = begins;
        this.opens = opens;
    }

    /** The stretches of a page. Where an article goes on after another, which no grammar of neighbours tells, a new one begins. */
    static List<Example> of(LabelledPage page, SheetReader reader, long hidden) {
        Sheet sheet = reader.read(page.text());
        Map<Integer, LabelledLine> labels = page.byNumber();
        List<Example> examples = new ArrayList<>();
        Set<Integer> started = new HashSet<>();
        Set<Integer> led = new HashSet<>();
        List<Cell> open = new ArrayList<>();
        LabelledLine before = null;
        for (int i = 0; i < sheet.rows().size(); i++) {
            LabelledLine label = labels.get(sheet.rows().get(i).firstLine());
            if (label == null) {
                throw new IllegalStateException(page.name() + ": a row without label");
            }
            boolean returns = before != null
                    && label.article() != 0
                    && label.article() != before.article()
                    && started.contains(label.article());
            if (returns) {
                add(open, examples);
                open = new ArrayList<>();
            }
            boolean first = label.role() == Role.BODY && led.add(label.article());
            boolean begins = label.article() != 0 && started.add(label.article());
            open.add(new Cell(sheet.traits()[i] & ~hidden, states(label, first, sheet.traits()[i]), begins));
            before = label;
        }
        add(open, examples);
        return examples;
    }

    private record Cell(long traits, long states, boolean begins) {}

    private static void add(List<Cell> cells, List<Example> examples) {
        boolean[] begins = new boolean[cells.size()];
        for (int i = 0; i < begins.length; i++) {
            begins[i] = cells.get(i).begins();
        }
        if (begins.length > 0) {
            examples.add(new Example(
                    cells.stream().mapToLong(Cell::traits).toArray(),
                    cells.stream().mapToLong(Cell::states).toArray(),
                    begins,
                    examples.isEmpty()));
        }
    }

    private static long states(LabelledLine label, boolean first, long traits) {
        return switch (label.role()) {
            case SECTION -> bits("SECTION");
            case FURNITURE -> bits("FOOT");
            case KICKER -> bits("KICKER");
            case TITLE -> bits(label.joins() ? "TITLE_MORE" : "TITLE");
            case SUBTITLE -> bits("SUBTITLE");
            case BYLINE -> bits("FORE_BYLINE", "BYLINE", "SIGNATURES");
            case SUBHEAD -> bits("SUBHEAD");
            case CAPTION -> ANY_CAPTION;
            case BODY -> {
                if (label.joins()) {
                    yield bits("MORES");
                }
                String lead = Trait.DATELINE.in(traits) ? "D_LEAD" : "N_LEAD";
                yield first ? bits(lead, "M_BODY") : bits("BODIES");
            }
        };
    }

    private static long bits(String... names) {
        long bits = 0;
        for (String name : names) {
            for (State state : State.named(name)) {
                bits |= 1L << state.index();
            }
        }
        return bits;
    }

    /** Whether the step onto row `i` agrees with the labels. */
    boolean fits(int i, int from, int to) {
        State state = State.at(to);
        return state.isOutside() || state.begins(State.at(from)) == begins[i];
    }
}
