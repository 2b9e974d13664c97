package dev.broadsheet.enrich.extract;

/** The clause that a figure stands in. Stateless. */
final class FigureClause {
    private FigureClause() {}

    /** Where it begins: behind a mark, or behind the bracket that it does not stand in. */
    static int start(Sentence sentence, int floor, int figure) {
        int from = figure;
        int depth = 0;
        while (from > floor) {
            char c = sentence.at(from - 1);
            depth += c == '）' ? 1 : c == '（' ? -1 : 0;
            if (depth < 0 || (depth == 0 && (Sentences.isClauseEnd(c) || c == ' '))) {
                break;
            }
            from--;
        }
        int start = depth > 0 ? Math.max(from, sentence.lastIndexOf('）', figure - 1) + 1) : from;
        boolean joint = start == floor && floor > sentence.start() && "、和与及".indexOf(sentence.at(start)) >= 0;
        return joint && start < figure ? start + 1 : start;
    }

    /** Whether a clause ends with that character, or the sentence before it. */
    static boolean endsAt(char c) {
        return Sentences.isClauseEnd(c) || c == 0;
    }
}
