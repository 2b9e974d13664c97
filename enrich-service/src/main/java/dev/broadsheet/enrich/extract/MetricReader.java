package dev.broadsheet.enrich.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the quantities of one sentence into metrics: indicator, subject, status, kind, period. One object per sentence. */
final class MetricReader {
    private static final String GENERIC = "项目 企业 人员 活动 问题 园区 人 村庄 单位 社区";

    private final Sentence sentence;
    private final SentencePeriods periods;
    private final List<Span> times;
    private final List<Candidate> entities;
    private final IndicatorReader indicators;
    private final List<MetricMention> out = new ArrayList<>();
    private @Nullable String lastIndicator;
    private @Nullable MetricKind lastKind;
    private GrowthBase lastBase = GrowthBase.UNKNOWN;
    /** From the figure before to the one that is being read. */
    private Span gap = new Span(0, 0);

    MetricReader(Sentence sentence, SentencePeriods periods, List<Candidate> entities) {
        this.sentence = sentence;
        this.periods = periods;
        this.times = periods.spans();
        this.entities = entities;
        this.indicators = new IndicatorReader(sentence, times, entities);
    }

    List<MetricMention> read(List<Quantity> quantities) {
        int floor = sentence.start();
        for (Quantity quantity : quantities) {
            gap = new Span(floor, quantity.start());
            read(quantity, floor);
            floor = quantity.end();
        }
        return out;
    }

    private void read(Quantity quantity, int floor) {
        Span before = indicators.before(floor, quantity.start());
        boolean growth = quantity.unit().isPercent() || quantity.unit().isTimes();
        MetricKind kind = kind(quantity, floor, growth);
        if (growth && lastKind == MetricKind.GROWTH && text(before).isEmpty() && isSeries(floor, quantity.start())) {
            kind = MetricKind.GROWTH;
        }
        if (!growth && !quantity.unit().isMoney() && !quantity.unit().isDuration()) {
            Span behind = indicators.behind(quantity.end());
            if (quantity.unit().isCount() && behind.end() == behind.start()) {
                behind = indicators.described(quantity.end());
            }
            boolean measured = !quantity.unit().isCount() && indicators.endsInNoun(before);
            if (behind.end() > behind.start() && !measured) {
                counted(quantity, before, behind, kind);
                return;
            }
        }
        if (kind == MetricKind.GROWTH && sharedBy(before, quantity, kind)) {
            return;
        }
        String indicator = text(before);
        Span quote = new Span(indicator.isEmpty() ? quantity.start() : before.start(), quantity.end());
        if (indicator.isEmpty()) {
            indicator = fallback(quantity, floor);
        }
        add(quantity, quote, indicator, kind);
    }

    /** 分别增长9%、7%和5%: only a mark or 和 stands between the figures. */
    private boolean isSeries(int floor, int start) {
        return floor > sentence.start() && start - floor == 1 && "、和与".indexOf(sentence.at(floor)) >= 0;
    }

    private String fallback(Quantity quantity, int floor) {
        if (lastIndicator != null) {
            return lastIndicator;
        }
        Span behind = indicators.behind(quantity.end());
        if (behind.end() > behind.start()) {
            return text(behind);
        }
        return quantity.start() - 1 > floor ? text(indicators.before(floor, quantity.start() - 1)) : "";
    }

    /** 41个省市重点项目, 5万斤大白菜: the thing counted stands behind the unit. */
    private void counted(Quantity quantity, Span before, Span behind, MetricKind kind) {
        String noun = text(behind);
        int end = behind.end();
        if (quantity.unit().isCount()) {
            Span rest = indicators.rest(end);
            String more = FigureWords.withoutAdverbs(text(rest));
            boolean generic = List.of(GENERIC.split(" ")).contains(noun);
            if (!more.isEmpty() && (generic || more.length() <= noun.length() + 1)) {
                noun += more;
                end = generic ? rest.end() : end;
            }
        } else if (before.end() > before.start() && before.end() - before.start() <= 4) {
            noun = text(before) + noun;
        }
        add(quantity, new Span(quantity.start(), end), noun, kind);
    }

    /** 出口额及进口额均增长6%: one figure said of two things is two metrics. */
    private boolean sharedBy(Span before, Quantity quantity, MetricKind kind) {
        String phrase = sentence.text().substring(before.start(), quantity.start());
        if (phrase.indexOf('均') < 0 && phrase.indexOf('都') < 0) {
            return false;
        }
        int cut = -1;
        for (int i = before.start() + 1; i < before.end() - 1 && cut < 0; i++) {
            cut = "及和与".indexOf(sentence.at(i)) >= 0 ? i : -1;
        }
        if (cut < 0) {
            return false;
        }
        int second = sentence.text().startsWith("以及", cut - 1) ? cut - 1 : cut;
        add(quantity, new Span(before.start(), quantity.end()), text(new Span(before.start(), second)), kind);
        add(quantity, new Span(cut + 1, quantity.end()), text(new Span(cut + 1, before.end())), kind);
        return true;
    }

    private MetricKind kind(Quantity quantity, int floor, boolean ratio) {
        if (FigureWords.endsWithGrowth(sentence.text(), floor, quantity.start())
                && (ratio || sentence.text().startsWith("同比", Math.max(floor, quantity.start() - 4)))) {
            return MetricKind.GROWTH;
        }
        if (quantity.unit().text().endsWith("百分点") || quantity.unit().isDoubling()) {
            return MetricKind.GROWTH;
        }
        return quantity.unit().isPercent() ? MetricKind.SHARE : MetricKind.LEVEL;
    }

    private void add(Quantity quantity, Span quote, String indicator, MetricKind kind) {
        FlatText flat = sentence.flat();
        WrittenNumber number = quantity.number();
        WrittenNumber upper = quantity.upper();
        BigDecimal normal = upper == null ? quantity.normalized(number) : null;
        Status status = StatusReader.at(sentence, quantity.start());
        out.add(new MetricMention(
                flat.original(quote.start(), quote.end()),
                sentence.block(),
                flat.sourceStart(quote.start()),
                flat.sourceEnd(quote.end()),
                indicator.isEmpty() ? quantity.unit().text() : indicator,
                subject(quote.start()),
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
                kind == MetricKind.GROWTH ? base() : null));
        lastKind = kind;
        lastIndicator = indicator.isEmpty() ? lastIndicator : indicator;
    }

    /** The last place, body or platform that opens a clause before the figure; null where none does. */
    private @Nullable String subject(int figure) {
        String best = null;
        int chain = -1;
        for (Candidate entity : entities) {
            boolean acts = entity.type() == EntityType.ORGANIZATION
                    || entity.type() == EntityType.PLACE
                    || entity.type() == EntityType.PLATFORM;
            boolean opens = entity.start() == sentence.start()
                    || Sentences.isClauseEnd(sentence.at(entity.start() - 1))
                    || entity.start() == chain
                    || isPeriodEnd(entity.start());
            if (acts && opens && entity.end() <= figure) {
                best = sentence.text().substring(entity.start(), entity.end());
                chain = entity.end();
            }
        }
        return best;
    }

    private boolean isPeriodEnd(int at) {
        return times.stream().anyMatch(span -> span.end() == at);
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

    private String text(Span span) {
        return sentence.text().substring(span.start(), span.end());
    }
}
