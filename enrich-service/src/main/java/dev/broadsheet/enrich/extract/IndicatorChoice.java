package dev.broadsheet.enrich.extract;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is proposed for what one figure measures, with its clues. One object per figure. */
final class IndicatorChoice {
    private static final int ALIKE = 2;

    private final Sentence sentence;
    private final Quantity figure;
    private final MetricKind kind;
    private final List<IndicatorProposal> proposals;
    private final IndicatorClues clues;

    private IndicatorChoice(
            Sentence sentence,
            Quantity figure,
            MetricKind kind,
            List<IndicatorProposal> proposals,
            IndicatorClues clues) {
        this.sentence = sentence;
        this.figure = figure;
        this.kind = kind;
        this.proposals = proposals;
        this.clues = clues;
    }

    /** @param index of the figure among those of its sentence */
    static IndicatorChoice of(
            Sentence sentence,
            List<Span> periods,
            List<Candidate> names,
            List<Quantity> figures,
            int index,
            MetricKind kind) {
        int floor = FigureClause.floor(sentence, figures, index);
        int ceiling = index + 1 < figures.size() ? figures.get(index + 1).start() : sentence.end();
        Quantity figure = figures.get(index);
        IndicatorProposals place = new IndicatorProposals(sentence, periods, names, figure, floor, ceiling);
        Quantity before = index == 0 ? null : figures.get(index - 1);
        List<IndicatorProposal> all = proposals(place, FigureList.of(sentence, periods, names, figures, index), index);
        IndicatorClues clues = new IndicatorClues(sentence, periods, names, figure, kind, place, before);
        return new IndicatorChoice(sentence, figure, kind, all, clues);
    }

    private static List<IndicatorProposal> proposals(IndicatorProposals place, @Nullable FigureList list, int index) {
        List<IndicatorProposal> items = list == null ? List.of() : list.proposals();
        if (list != null && !items.isEmpty() && list.tellsApart()) {
            return items;
        }
        List<IndicatorProposal> all = new ArrayList<>(place.all(index));
        all.addAll(items);
        return all;
    }

    Sentence sentence() {
        return sentence;
    }

    Quantity figure() {
        return figure;
    }

    MetricKind kind() {
        return kind;
    }

    /** Never empty. */
    List<IndicatorProposal> proposals() {
        return proposals;
    }

    IndicatorClues clues() {
        return clues;
    }

    /** The words of a proposal; empty where it needs those of a figure before, and there are none that fit. */
    String text(IndicatorProposal proposal, RecentIndicators recent) {
        return switch (proposal.form()) {
            case LAST -> recent.back(1);
            case SECOND_LAST -> recent.back(2);
            case EARLIER -> recent.back(proposal.steps());
            case EARLIER_BEFORE -> added(recent.back(proposal.steps()), text(proposal.words()));
            case LAST_BEFORE -> added(recent.back(1), text(proposal.words()));
            case LAST_END -> lent(recent.back(1), text(proposal.words()), proposal.steps());
            case ITEM, ITEM_WORD, ITEM_WORDS, ITEM_BEHIND, ITEM_VERB -> proposal.text();
            default -> text(proposal.lead()) + text(proposal.words());
        };
    }

    /** 签约项目 and 总投资, 投资 and 占总投资; not 甲县客流量 and 乙县客流量, which are two things. */
    private static String added(String last, String own) {
        int ending = Math.max(0, own.length() - ALIKE);
        boolean other = last.endsWith(own.substring(ending)) && own.indexOf('占') < 0;
        return last.isEmpty() || other ? "" : last + own;
    }

    /** 竣工 and 开工项目: 竣工项目; nothing where the whole would be lent, or is said already. */
    private static String lent(String last, String own, int characters) {
        int from = last.length() - characters;
        boolean whole = from < 0 || (from == 0 && characters > ALIKE);
        return whole || own.endsWith(last.substring(last.length() - ALIKE)) ? "" : own + last.substring(from);
    }

    private String text(Span span) {
        return sentence.text().substring(span.start(), span.end());
    }
}
