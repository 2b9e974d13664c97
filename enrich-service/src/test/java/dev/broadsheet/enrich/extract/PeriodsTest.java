package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Marked times, {@code |…|}, with issue date, status and days; {@code -} stands for what is unknown. */
class PeriodsTest {
    private static final LocalDate ISSUE = LocalDate.of(2024, 3, 8);

    private record Resolved(
            String text, @Nullable LocalDate from, @Nullable LocalDate to) {}

    @ParameterizedTest
    @DisplayName("a time is found as written and resolved to its days, or left open")
    @CsvFileSource(resources = "resolved-periods.tsv", delimiter = '\t', quoteCharacter = '\0')
    void resolvesTimes(String issue, Status status, String marked, String from, String to) {
        int mark = marked.indexOf('|');
        String wanted = marked.substring(mark + 1, marked.lastIndexOf('|'));
        assertThat(at(marked.replace("|", ""), mark, date(issue), status))
                .containsExactly(new Resolved(wanted, date(from), date(to)));
    }

    @ParameterizedTest
    @DisplayName("what only looks like a time is none")
    @CsvFileSource(resources = "no-periods.tsv", delimiter = '\t', quoteCharacter = '\0')
    void leavesOtherWordsAlone(String sentence) {
        assertThat(Periods.find(sentence, 0, sentence.length())).isEmpty();
    }

    @Test
    @DisplayName("without an issue date only times that carry their own year have a day")
    void nothingIsGuessedWithoutIssueDate() {
        String text = "今年、去年12月、3月5日、上半年、目前、本月、昨日、5日、年底、截至6月底、全年、“十四五”期间、2月22日-23日";
        List<Resolved> all = new ArrayList<>();
        for (WrittenPeriod period : Periods.find(text, 0, text.length())) {
            all.add(resolved(text, period, new PeriodAnchor(null, null, null), Status.ACTUAL));
        }
        assertThat(all).hasSize(13);
        assertThat(all)
                .filteredOn(time -> time.from() != null || time.to() != null)
                .extracting(Resolved::text)
                .containsExactly("“十四五”期间");
    }

    @Test
    @DisplayName("whatever date is written, first day and last day are days of the calendar, in order")
    void daysAreInOrder() {
        Random random = new Random(5);
        for (int round = 0; round < 20_000; round++) {
            String text = date(random) + (random.nextBoolean() ? "至" + date(random) : "");
            LocalDate issue = LocalDate.of(1890 + random.nextInt(230), 1, 1).plusDays(random.nextInt(365));
            for (WrittenPeriod period : Periods.find(text, 0, text.length())) {
                Status status = random.nextBoolean() ? Status.ACTUAL : Status.TARGET;
                Resolved time = resolved(text, period, new PeriodAnchor(issue, null, null), status);
                assertThat(time.from() == null
                                || time.to() == null
                                || !time.to().isBefore(time.from()))
                        .as(text + " " + time)
                        .isTrue();
            }
        }
    }

    @Test
    @DisplayName("mixtures of the characters that make times are read over, and spans stay in order")
    void readsOverMixtures() {
        String alphabet = "一二三十〇0123456789年月日号底末初前后至到-—自从截止以来起今去上下半季度旬“”十四五期间目前近世纪代全内个的比较";
        Random random = new Random(11);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 120; i++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            int end = 0;
            for (WrittenPeriod period : Periods.find(text.toString(), 0, text.length())) {
                assertThat(period.span().start()).isGreaterThanOrEqualTo(end);
                assertThat(period.span().end()).isBetween(period.span().start() + 1, text.length());
                end = period.span().end();
                resolved(text.toString(), period, new PeriodAnchor(ISSUE, null, null), Status.ACTUAL);
            }
        }
    }

    @ParameterizedTest
    @DisplayName("long runs of times take no longer than their length, and twice as long a run holds twice as many")
    @ValueSource(strings = {"2023年", "1-", "自", "到", "今年", "2023年1个，", "至今", "去年同期5个", "十"})
    void longRunsAreLinear(String unit) {
        String text = unit.repeat(100_000 / unit.length());
        Extraction extraction = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Extractors.dated(ISSUE, text));
        assertThat(extraction.metrics()).hasSizeLessThanOrEqualTo(Extractor.MOST_MENTIONS);
        int half = count(unit.repeat(text.length() / unit.length() / 2));
        assertThat(count(text)).isCloseTo(2 * half, within(2));
    }

    private static String date(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> (1880 + random.nextInt(250)) + "年" + random.nextInt(14) + "月" + random.nextInt(33) + "日";
            case 1 -> random.nextInt(14) + "月" + random.nextInt(33) + "日";
            case 2 -> (1880 + random.nextInt(250)) + "年";
            case 3 -> random.nextInt(14) + "月底";
            default -> random.nextInt(33) + "日";
        };
    }

    private static int count(String text) {
        int end = 0;
        List<WrittenPeriod> found = Periods.find(text, 0, text.length());
        for (WrittenPeriod period : found) {
            assertThat(period.span().start()).isGreaterThanOrEqualTo(end);
            end = period.span().end();
        }
        return found.size();
    }

    private static List<Resolved> at(String text, int start, @Nullable LocalDate issue, Status status) {
        List<Resolved> found = new ArrayList<>();
        PeriodAnchor anchor = new PeriodAnchor(issue, null, null);
        for (WrittenPeriod period : Periods.find(text, 0, text.length())) {
            if (period.span().start() == start) {
                found.add(resolved(text, period, anchor, status));
            }
            anchor = anchor.after(period);
        }
        return found;
    }

    private static Resolved resolved(String text, WrittenPeriod period, PeriodAnchor anchor, Status status) {
        Days days = PeriodResolver.resolve(period, anchor, status);
        return new Resolved(text.substring(period.span().start(), period.span().end()), days.from(), days.to());
    }

    private static @Nullable LocalDate date(String day) {
        return day.equals("-") ? null : LocalDate.parse(day);
    }
}
