package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Divisions;
import dev.broadsheet.chinese.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A labelled sentence to learn from.
 *
 * @param document what counts as one document: a printed page, or one written article
 * @param starts clues by position from the sentence's start, null where no stretch starts; {@code ends} likewise
 * @param inside clues between each word and the one before it
 * @param own clues of each stretch
 * @param labels of each stretch, an {@link EntityType}'s ordinal, or -1
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record NameExample(
        String document,
        Sentence sentence,
        long[] spans,
        long[][] starts,
        long[][] ends,
        long[][] inside,
        long[][] own,
        int[] labels) {
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
        Clues clues = new Clues(sentence, WordKind.of(sentence), rules, divisions, names);
        int positions = sentence.end() - sentence.start() + 1;
        long[][] starts = new long[positions][];
        long[][] ends = new long[positions][];
        long[][] own = new long[spans.length][];
        for (int i = 0; i < spans.length; i++) {
            int from = Proposals.start(spans[i]) - sentence.start();
            int to = Proposals.end(spans[i]) - sentence.start();
            if (starts[from] == null) {
                starts[from] = with(
                        clues.atStart(Proposals.start(spans[i])),
                        sentence,
                        Proposals.start(spans[i]),
                        WordClues.BEFORE,
                        WordClues.FIRST);
            }
            if (ends[to] == null) {
                ends[to] = with(
                        clues.atEnd(Proposals.end(spans[i])),
                        sentence,
                        Proposals.end(spans[i]),
                        WordClues.LAST,
                        WordClues.BEHIND);
            }
            own[i] =
                    clues.of(Proposals.start(spans[i]), Proposals.end(spans[i])).copy();
        }
        long[][] inside = new long[sentence.tokens().size()][];
        for (int i = 1; i < inside.length; i++) {
            inside[i] =
                    with(clues.inside(i), sentence, sentence.tokens().get(i).start(), WordClues.LEFT, WordClues.RIGHT);
        }
        return new NameExample(document, sentence, spans, starts, ends, inside, own, labels(sentence, spans, labels));
    }

    /** The clues of an edge with those of the words on both sides. */
    private static long[] with(ClueBuffer clues, Sentence sentence, int edge, int left, int right) {
        if (sentence.isEdge(edge)) {
            int behind = sentence.tokenAt(edge);
            List<Token> words = sentence.tokens();
            WordClues.add(behind > 0 ? words.get(behind - 1) : WordClues.NONE, left, clues);
            WordClues.add(behind < words.size() ? words.get(behind) : WordClues.NONE, right, clues);
        }
        return clues.copy();
    }

    /** The clues of all stretches, each list once. */
    List<long[]> shown() {
        List<long[]> shown = new ArrayList<>(Arrays.asList(own));
        Stream.of(starts, ends).flatMap(Arrays::stream).filter(Objects::nonNull).forEach(shown::add);
        int held = 0;
        for (int i = 0; i < spans.length; i++) { // in the order of their starts
            for (held = Math.max(held, firstWord(i)); held < lastWord(i); held++) {
                shown.add(inside[held + 1]);
            }
        }
        return shown;
    }

    /** The clues of a stretch, wherever they are listed. */
    List<long[]> clues(int span) {
        int start = Proposals.start(spans[span]);
        int end = Proposals.end(spans[span]);
        List<long[]> clues = new ArrayList<>();
        clues.add(starts[start - sentence.start()]);
        clues.add(ends[end - sentence.start()]);
        clues.add(own[span]);
        clues.addAll(Arrays.asList(inside).subList(firstWord(span) + 1, lastWord(span) + 1));
        return clues;
    }

    int firstWord(int span) {
        return sentence.tokenAt(Proposals.start(spans[span]));
    }

    int lastWord(int span) {
        return sentence.tokenAt(Proposals.end(spans[span]) - 1);
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
