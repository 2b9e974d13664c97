package dev.broadsheet.enrich.extract;

/** What the weights say of the starts, ends and joints of one sentence, each summed once for all stretches that share it. Not thread-safe. */
final class EdgeSums {
    private static final int TYPES = NameWeights.TYPES;

    private final Sentence sentence;
    private final Clues clues;
    private final NameWeights weights;
    private final WordVotes.Votes[] votes;
    private final int[] starts;
    private final int[] ends;
    private final boolean[] started;
    private final boolean[] ended;
    /** Of all joints up to each word that a stretch holds. */
    private final int[] inside;

    /**
     * @param votes as {@link WordVotes#of} gives them
     * @param spans those that will be asked for, as {@link Proposals} gives them
     */
    EdgeSums(Sentence sentence, Clues clues, NameWeights weights, WordVotes.Votes[] votes, long[] spans) {
        this.sentence = sentence;
        this.clues = clues;
        this.weights = weights;
        this.votes = votes;
        int positions = sentence.end() - sentence.start() + 1;
        this.starts = new int[positions * TYPES];
        this.ends = new int[positions * TYPES];
        this.started = new boolean[positions];
        this.ended = new boolean[positions];
        this.inside = inside(spans);
    }

    private int[] inside(long[] spans) {
        int words = sentence.tokens().size();
        int[] lasts = lasts(spans, words);
        int[] sums = new int[words * TYPES];
        int reached = 0;
        for (int i = 1; i < words; i++) {
            System.arraycopy(sums, (i - 1) * TYPES, sums, i * TYPES, TYPES);
            reached = Math.max(reached, lasts[i - 1]);
            if (i <= reached) {
                weights.add(clues.inside(i), sums, i * TYPES);
                words(i, WordClues.LEFT, WordClues.RIGHT, sums, i * TYPES);
            }
        }
        return sums;
    }

    /** Of each word the last word of the stretches that begin in it: between words that no stretch holds together nothing need be looked at. */
    private int[] lasts(long[] spans, int words) {
        int[] lasts = new int[words];
        for (long span : spans) {
            int first = sentence.tokenAt(Proposals.start(span));
            lasts[first] = Math.max(lasts[first], sentence.tokenAt(Proposals.end(span) - 1));
        }
        return lasts;
    }

    /** Fills {@code sums} for a stretch, and returns the greatest. */
    int of(int start, int end, int[] sums) {
        int from = start(start) * TYPES;
        int to = end(end) * TYPES;
        int first = sentence.tokenAt(start) * TYPES;
        int last = sentence.tokenAt(end - 1) * TYPES;
        int most = Integer.MIN_VALUE;
        for (int t = 0; t < TYPES; t++) {
            sums[t] = starts[from + t] + ends[to + t] + inside[last + t] - inside[first + t];
            most = Math.max(most, sums[t]);
        }
        return most;
    }

    private int start(int position) {
        int at = position - sentence.start();
        if (!started[at]) {
            started[at] = true;
            weights.add(clues.atStart(position), starts, at * TYPES);
            if (sentence.isEdge(position)) {
                words(sentence.tokenAt(position), WordClues.BEFORE, WordClues.FIRST, starts, at * TYPES);
            }
        }
        return at;
    }

    private int end(int position) {
        int at = position - sentence.start();
        if (!ended[at]) {
            ended[at] = true;
            weights.add(clues.atEnd(position), ends, at * TYPES);
            if (sentence.isEdge(position)) {
                words(sentence.tokenAt(position), WordClues.LAST, WordClues.BEHIND, ends, at * TYPES);
            }
        }
        return at;
    }

    /** Adds what the words on both sides of an edge tell; {@code index} is the right one's. */
    private void words(int index, int left, int right, int[] sums, int at) {
        votes[index].add(left, sums, at);
        votes[index + 1].add(right, sums, at);
    }
}
