package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Divisions;
import dev.broadsheet.chinese.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A labelled sentence to learn from.
 *
 * @param document what counts as one document: a printed page, or one written article
 * @param starts clues by position from the sentence's start, null where no stretch starts; {@code ends} likewise
 * @param own clues of each stretch
 * @param labels of each stretch, an {@link EntityType}'s ordinal, or -1
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record NameExample(
        String document, Sentence sentence, long[] spans, long[][] starts, long[][] ends, long[][] own, int[] labels) {
    private static final int NO_NAME = -1;

    private record Mark(int start, int end, EntityType type) {
        int length() {
            return end - start;
        }

        boolean overlaps(Mark other) {
            return start < other.end && other.start < end;
        }
    }

    static NameExample of(
            String document,
            Sentence sentence,
            List<Candidate> rules,
            Names names,
            Divisions divisions,
            Map<String, EntityType> labels) {
        long[] spans = Proposals.of(sentence, rules, names);
        Clues clues = new Clues(sentence, rules, divisions, names);
        int positions = sentence.end() - sentence.start() + 1;
        long[][] starts = new long[positions][];
        long[][] ends = new long[positions][];
        long[][] own = new long[spans.length][];
        for (int i = 0; i < spans.length; i++) {
            int from = Proposals.start(spans[i]) - sentence.start();
            int to = Proposals.end(spans[i]) - sentence.start();
            if (starts[from] == null) {
                starts[from] = clues.atStart(Proposals.start(spans[i])).copy();
            }
            if (ends[to] == null) {
                ends[to] = clues.atEnd(Proposals.end(spans[i])).copy();
            }
            own[i] =
                    clues.of(Proposals.start(spans[i]), Proposals.end(spans[i])).copy();
        }
        return new NameExample(document, sentence, spans, starts, ends, own, labels(sentence, spans, labels));
    }

    /** The clues of a stretch, wherever they are listed. */
    long[][] clues(int span) {
        int base = sentence.start();
        return new long[][] {
            starts[Proposals.start(spans[span]) - base], ends[Proposals.end(spans[span]) - base], own[span]
        };
    }

    /** The longest of overlapping names is the one that is meant. */
    private static int[] labels(Sentence sentence, long[] spans, Map<String, EntityType> names) {
        int[] labels = new int[spans.length];
        Arrays.fill(labels, NO_NAME);
        List<Mark> taken = new ArrayList<>();
        for (Mark mark : marks(sentence, names)) {
            if (taken.stream().noneMatch(mark::overlaps)) {
                taken.add(mark);
                int span = Arrays.binarySearch(spans, Proposals.span(mark.start(), mark.end()));
                if (span >= 0) {
                    labels[span] = mark.type().index();
                }
            }
        }
        return labels;
    }

    private static List<Mark> marks(Sentence sentence, Map<String, EntityType> names) {
        List<Mark> marks = new ArrayList<>();
        names.forEach((name, type) -> {
            String flat = FlatText.of(name, false).text();
            int at = sentence.text().indexOf(flat, sentence.start());
            while (at >= 0 && at + flat.length() <= sentence.end()) {
                if (flat.length() > 2 || !isCovered(sentence, at, at + flat.length())) {
                    marks.add(new Mark(at, at + flat.length(), type));
                }
                at = sentence.text().indexOf(flat, at + 1);
            }
        });
        marks.sort(Comparator.comparingInt(Mark::length)
                .reversed()
                .thenComparingInt(Mark::start)
                .thenComparing(Mark::type));
        return marks;
    }

    /** Whether the segmenter sees a longer word there, of which a short name is a part by chance. */
    private static boolean isCovered(Sentence sentence, int start, int end) {
        int index = sentence.tokenAt(start);
        if (index >= sentence.tokens().size()) {
            return false;
        }
        Token token = sentence.tokens().get(index);
        return (token.start() < start || token.end() > end) && token.text().length() > end - start;
    }
}
