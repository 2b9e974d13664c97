package dev.broadsheet.enrich.extract;

import java.util.List;

/** The clause that a figure stands in. Stateless. */
final class FigureClause {
    /** What a figure ends with that tells which things are meant, where they follow. */
    private static final List<String> LIMITS = List.of("以上", "以下", "以外", "内");

    /** 面积大于100平方米的有6户 tells the bound itself. */
    private static final char HAS = '有';

    /** One that says its bound again (5000万元（含5000万元）以上) is no wording. */
    private static final int LONGEST_LIMIT = 12;

    private FigureClause() {}

    /**
     * Where the words that may say what a figure measures begin at the earliest: behind the figure before that is no part of them.
     *
     * @param figures of the sentence, in order
     */
    static int floor(Sentence sentence, List<Quantity> figures, int index) {
        int before = index - 1;
        while (before >= 0 && isLimit(sentence, figures.get(before), figures.get(before + 1))) {
            before--;
        }
        return before < 0 ? sentence.start() : figures.get(before).end();
    }

    /** Whether the figure only tells which things the next one of its clause counts or measures: |50万元以上|的村占91%, |10亿元以上|8个. */
    static boolean tellsWhich(Sentence sentence, List<Quantity> figures, int index) {
        if (index + 1 >= figures.size()) {
            return false;
        }
        Quantity figure = figures.get(index);
        Quantity next = figures.get(index + 1);
        for (int i = figure.end(); i < next.start(); i++) {
            if (endsAt(sentence.at(i)) || sentence.at(i) == '、') {
                return false;
            }
        }
        boolean direct = figure.end() == next.start() && endsInLimit(sentence, figure);
        return next.unit().isCount()
                ? direct || isLimit(sentence, figure, next)
                : next.unit().isPercent() && isLimit(sentence, figure, next);
    }

    /** 50万元以上|的村占|91%, 10亿元以上|项目|6个; not 增长5%以上，项目|6个. */
    private static boolean isLimit(Sentence sentence, Quantity figure, Quantity next) {
        int end = figure.end();
        boolean ofClass = next.unit().isCount() && isClass(figure) && sentence.at(next.start() - 1) != HAS;
        if (!endsInLimit(sentence, figure) && !ofClass) {
            return false;
        }
        if (sentence.at(end) == '的') {
            return !endsAt(sentence.at(end + 1));
        }
        return end < next.start() && sentence.isEdge(end) && isAttributeOrNoun(sentence.tag(sentence.tokenAt(end)));
    }

    private static boolean endsInLimit(Sentence sentence, Quantity figure) {
        int end = figure.end();
        return end - figure.start() <= LONGEST_LIMIT
                && LIMITS.stream().anyMatch(limit -> sentence.text().startsWith(limit, end - limit.length()));
    }

    /** |超千万元|楼宇31栋, |不足50人|的教学点23个, |5亿元至10亿元|的4个, |十亿元|企业2家: what things are told apart by, in front of them. */
    private static boolean isClass(Quantity figure) {
        boolean bounded = figure.start() < figure.numberStart()
                && (figure.qualifier() == Qualifier.OVER || figure.qualifier() == Qualifier.UNDER);
        boolean round = figure.unit().isMoney()
                && figure.number().chinese()
                && figure.per().isEmpty();
        return figure.end() - figure.start() <= LONGEST_LIMIT && (bounded || round || figure.upper() != null);
    }

    private static boolean isAttributeOrNoun(char tag) {
        return WordTag.isNoun(tag) || tag == 'a' || tag == 'b';
    }

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
