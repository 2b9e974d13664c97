package dev.broadsheet.enrich.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the quantities of one sentence into metrics without subjects: indicator, status, kind, period. One object per sentence. */
final class MetricReader {
    private final Sentence sentence;
    private final SentencePeriods periods;
    private final StatusReader statuses;
    private final List<Candidate> names;
    private final IndicatorReader indicators;
    private final List<Figure> out = new ArrayList<>();
    private @Nullable MetricKind lastKind;
    private GrowthBase lastBase = GrowthBase.UNKNOWN;
    /** From the figure before to the one that is being read. */
    private Span gap = new Span(0, 0);

    MetricReader(
            Sentence sentence,
            SentencePeriods periods,
            StatusReader statuses,
            List<Candidate> names,
            IndicatorReader indicators) {
        this.sentence = sentence;
        this.periods = periods;
        this.statuses = statuses;
        this.names = names;
        this.indicators = indicators;
    }

    List<Figure> read(List<Quantity> quantities) {
        int floor = sentence.start();
        for (int i = 0; i < quantities.size(); i++) {
            gap = new Span(floor, quantities.get(i).start());
            if (!FigureClause.tellsWhich(sentence, quantities, i)) {
                read(quantities, i);
            }
            floor = quantities.get(i).end();
        }
        return out;
    }

    private void read(List<Quantity> quantities, int index) {
        Quantity quantity = quantities.get(index);
        MetricKind kind = FigureKind.of(sentence, quantity, gap.start(), lastKind);
        List<Span> shared =
                kind == MetricKind.GROWTH ? SharedGrowth.things(sentence, periods.spans(), names, gap) : List.of();
        if (shared.isEmpty()) {
            IndicatorReader.Indicator found =
                    indicators.read(IndicatorChoice.of(sentence, periods.spans(), names, quantities, index, kind));
            add(quantity, withRate(quantity, found.quote()), found.text(), kind);
        }
        for (Span thing : shared) {
            String indicator = sentence.text().substring(thing.start(), thing.end());
            indicators.note(indicator);
            add(quantity, new Span(thing.start(), quantity.end()), indicator, kind);
        }
    }

    /** |每斤35元|结算: what a figure is per belongs to its quote where it stands right before. */
    private Span withRate(Quantity quantity, Span quote) {
        int start = quote.start() - quantity.per().length();
        boolean before = quantity.per().startsWith("每")
                && start >= gap.start()
                && sentence.text().startsWith(quantity.per(), start);
        return before ? new Span(start, quote.end()) : quote;
    }

    private void add(Quantity quantity, Span quote, String indicator, MetricKind kind) {
        FlatText flat = sentence.flat();
        WrittenNumber number = quantity.number();
        WrittenNumber upper = quantity.upper();
        BigDecimal normal = upper == null ? quantity.normalized(number) : null;
        Status status = statuses.at(quantity.start(), quantity.end());
        MetricMention metric = new MetricMention(
                flat.original(quote.start(), quote.end()),
                sentence.block(),
                flat.sourceStart(quote.start()),
                flat.sourceEnd(quote.end()),
                indicator.isEmpty() ? quantity.unit().text() : indicator,
                null,
                flat.original(quantity.start(), quantity.end()),
                upper == null && number.mantissa() != null ? Quantity.tidy(number.mantissa()) : null,
                number.scaleText() + quantity.unit().text() + quantity.per(),
                normal,
                quantity.normalizedUnit(),
                upper == null ? null : quantity.normalized(number),
                upper == null ? null : quantity.normalized(upper),
                quantity.qualifier(),
                status,
                kind,
                periods.of(quantity.start(), quantity.end(), status),
                kind == MetricKind.GROWTH ? base() : null);
        out.add(new Figure(quantity, metric));
        lastKind = kind;
    }

    /** What the growth is measured against; a growth that names nothing shares what the one before it in the sentence names. */
    private GrowthBase base() {
        GrowthBase named = GrowthBaseReader.between(sentence.text(), gap.start(), gap.end());
        if (named == null && periods.comparesWithin(gap)) {
            named = GrowthBase.OTHER;
        }
        lastBase = named == null ? lastBase : named;
        return lastBase;
    }
}
