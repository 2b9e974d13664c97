package dev.broadsheet.enrich.extract;

import dev.broadsheet.enrich.extract.WrittenPeriod.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which of a sentence's times belongs to which of its figures, and which days that is: the last one before the figure that reaches
 * to it, or the one in brackets behind it. A sentence that opens with 其中 goes on with the time of the one before. One object per sentence.
 */
final class SentencePeriods {
    private static final List<String> INTRODUCTIONS = List.of("据", "获悉", "显示", "了解", "介绍", "透露", "表示");
    private static final String OBJECT_MARKS = "从对将把给在";
    private static final int LONGEST_INTRODUCTION = 30;
    private static final Lexicon CHANGES = Lexicon.of(List.of("同比", "环比", "增长", "下降", "增速", "占比"));
    private static final int LONGEST_VIEW = 12;

    private record Anchored(WrittenPeriod period, PeriodAnchor anchor, String text) {}

    private final Sentence sentence;
    private final List<Anchored> periods = new ArrayList<>();
    private final List<Span> spans;
    private final List<Integer> figures = new ArrayList<>();
    private final @Nullable Anchored before;
    private final @Nullable Status beforeStatus;
    private @Nullable Anchored used;
    /** Of the last figure that had one, in this sentence. */
    private @Nullable Anchored shared;

    private @Nullable Status sharedStatus;

    private SentencePeriods(
            Sentence sentence, List<Span> spans, @Nullable Anchored before, @Nullable Status beforeStatus) {
        this.sentence = sentence;
        this.spans = spans;
        this.before = before;
        this.beforeStatus = beforeStatus;
        this.used = before;
    }

    /**
     * @param article what the article's times are resolved against
     * @param previous of the sentence before, null where there is none
     */
    static SentencePeriods of(
            Sentence sentence, List<WrittenPeriod> periods, PeriodAnchor article, @Nullable SentencePeriods previous) {
        List<Span> spans = periods.isEmpty()
                ? List.of()
                : periods.stream().map(WrittenPeriod::span).toList();
        SentencePeriods made = new SentencePeriods(
                sentence,
                spans,
                previous == null ? null : previous.carried(sentence),
                previous == null ? null : previous.sharedStatus);
        PeriodAnchor anchor = article;
        for (WrittenPeriod period : periods) {
            String text = sentence.text()
                    .substring(period.span().start(), period.span().end());
            made.periods.add(new Anchored(period, anchor, text));
            anchor = anchor.after(period);
        }
        return made;
    }

    private @Nullable Anchored carried(Sentence next) {
        boolean goesOn = used != null
                && sentence.block() == next.block()
                && (next.text().startsWith("其中", next.start()) || isStatistics(next));
        return goesOn ? used : null;
    }

    /** 进出口额同比增长3%; 分行业看，…: goes on counting what the sentence before gave the time of. */
    private static boolean isStatistics(Sentence next) {
        if ("从分按".indexOf(next.at(next.start())) >= 0) {
            int comma = next.indexOf('，', next.start());
            char last = next.at(comma - 1);
            if (comma - next.start() <= LONGEST_VIEW && (last == '看' || last == '分')) {
                return true;
            }
        }
        for (int i = next.start(); i < next.end(); i++) {
            if (CHANGES.matchLength(next.text(), i, next.end()) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Where they stand, those that figures are only compared with too. */
    List<Span> spans() {
        return spans;
    }

    /** What they say of the figures behind them: ahead of the issue, or past. */
    List<StatusCues.Cue> statusCues() {
        List<StatusCues.Cue> cues = new ArrayList<>();
        for (Anchored anchored : periods) {
            Span span = anchored.period().span();
            StatusCues.Kind kind =
                    TimeOutlook.of(anchored.period(), anchored.anchor(), anchored.text(), opensClause(span.start()));
            cues.add(new StatusCues.Cue(span.start(), span.end(), kind));
        }
        return cues;
    }

    /** Whether a time that figures are only compared with stands there. */
    boolean comparesWithin(Span stretch) {
        return periods.stream()
                .map(Anchored::period)
                .anyMatch(period -> period.reach() == Reach.COMPARED
                        && period.span().start() >= stretch.start()
                        && period.span().end() <= stretch.end());
    }

    /** The time of the figure from {@code start} to {@code end}; null where the text names none. */
    @Nullable
    MetricPeriod of(int start, int end, Status status) {
        Anchored found = find(start, end, status);
        if (found == null) {
            return null;
        }
        used = found;
        shared = found;
        sharedStatus = status;
        Days days = PeriodResolver.resolve(found.period(), found.anchor(), status);
        return new MetricPeriod(found.text(), days.from(), days.to());
    }

    private @Nullable Anchored find(int start, int end, Status status) {
        if (figures.isEmpty() || figures.get(figures.size() - 1) != start) {
            figures.add(start);
        }
        for (int i = periods.size() - 1; i >= 0; i--) {
            WrittenPeriod period = periods.get(i).period();
            if (isBehind(period, end)) {
                return periods.get(i);
            }
            boolean goesOn = periods.get(i).equals(shared) && status == sharedStatus;
            if (period.span().end() <= start && reaches(period, start, goesOn)) {
                return respective(i, start);
            }
        }
        return beforeStatus == null || beforeStatus == status ? before : null;
    }

    /** 完成投资3亿元（截至6月底）; not （2022年为2亿元）, which tells of another figure. */
    private boolean isBehind(WrittenPeriod period, int end) {
        if (sentence.at(end) != '（' || period.span().start() != end + 1 || period.reach() != Reach.SENTENCE) {
            return false;
        }
        int close = Math.max(period.span().end(), sentence.indexOf('）', end));
        return IntStream.range(period.span().end(), close).noneMatch(i -> FlatText.isDigit(sentence.at(i)));
    }

    /** 2022年、2023年分别完成3亿元、5亿元: of as many figures each has its own time; else the last of them. */
    private Anchored respective(int last, int start) {
        int first = last;
        while (first > 0 && isJoined(first)) {
            first--;
        }
        int listEnd = periods.get(last).period().span().end();
        int figure = 0;
        for (int i = figures.size() - 1; i > 0 && figures.get(i - 1) >= listEnd; i--) {
            figure++;
        }
        boolean each = first < last && sentence.text().substring(listEnd, start).contains("分别");
        return each && first + figure <= last ? periods.get(first + figure) : periods.get(last);
    }

    private boolean isJoined(int index) {
        int end = periods.get(index - 1).period().span().end();
        int start = periods.get(index).period().span().start();
        return start - end == 1 && "、和与".indexOf(sentence.at(end)) >= 0;
    }

    /** @param goesOn whether the figure before, which is as true, has this time: it then reaches over a semicolon */
    private boolean reaches(WrittenPeriod period, int figure, boolean goesOn) {
        int from = period.span().end();
        if (period.reach() != Reach.SENTENCE) {
            return period.reach() == Reach.NEXT && figure - from <= 1;
        }
        boolean opensClause = opensClause(period.span().start());
        boolean local = (period.deadline() && !opensClause) || isAttribute(period.span());
        boolean opens = opensClause && opensSentence(period.span().start());
        int depth = 0;
        for (int i = from; i < figure; i++) {
            char c = sentence.at(i);
            if (c == '（' || c == '《') {
                depth++;
            } else if (c == '）' || c == '》') {
                depth--;
            }
            if (depth < 0 || (local && Sentences.isClauseEnd(c)) || (!opens && !goesOn && c == '；')) {
                return false;
            }
        }
        return true;
    }

    /** 从12月16日召开的会议, 对2013年以来建成的项目: it tells of the noun behind 的, not of what the next clause reports. */
    private boolean isAttribute(Span span) {
        if (span.start() == sentence.start() || OBJECT_MARKS.indexOf(sentence.at(span.start() - 1)) < 0) {
            return false;
        }
        for (int i = span.end(); i < sentence.end() && !Sentences.isClauseEnd(sentence.at(i)); i++) {
            if (sentence.at(i) == '的') {
                return true;
            }
        }
        return false;
    }

    private boolean opensClause(int start) {
        return start == sentence.start() || Sentences.isClauseEnd(sentence.at(start - 1));
    }

    /** Of a time that opens a clause: whether that is the first one, or stands behind an introduction such as 据统计. */
    private boolean opensSentence(int start) {
        String introduction = sentence.text().substring(sentence.start(), start);
        return introduction.isEmpty()
                || (introduction.length() <= LONGEST_INTRODUCTION
                        && INTRODUCTIONS.stream().anyMatch(introduction::contains));
    }
}
