package dev.broadsheet.sink.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.GrowthBase;
import dev.broadsheet.contracts.LatestMetric;
import dev.broadsheet.contracts.MetricKind;
import dev.broadsheet.contracts.MetricStatus;
import dev.broadsheet.contracts.PageVersion;
import dev.broadsheet.contracts.Period;
import dev.broadsheet.contracts.Qualifier;
import dev.broadsheet.contracts.Region;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.sink.store.StoredLatest;
import dev.broadsheet.sink.store.StoredLatest.Figure;
import dev.broadsheet.sink.store.StoredLatest.Series;
import dev.broadsheet.sink.store.StoredMetric.Amount;
import dev.broadsheet.sink.store.StoredMetric.Evidence;
import dev.broadsheet.sink.store.StoredMetric.Span;
import dev.broadsheet.sink.store.Version;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class ChangeReaderTest {
    private static final Topics TOPICS = new Topics("t.", 1);
    private static final String LATEST = TOPICS.name(Topic.METRICS_LATEST);
    private static final byte[] KEY = "s1".getBytes(StandardCharsets.UTF_8);
    private static final LocalDate DAY = LocalDate.of(2024, 3, 8);

    private final AvroSerdes serdes =
            new AvroSerdes(Map.of("schema.registry.url", "mock://change-reader", "auto.register.schemas", true));
    private final ChangeReader reader = new ChangeReader(TOPICS, serdes);

    @Test
    void aNewestFigureIsReadWholeAndItsNumbersAreNumbers() {
        Instant received = Instant.parse("2024-03-08T06:00:00Z");
        LatestMetric latest = LatestMetric.newBuilder()
                .setSeriesId("s1")
                .setRegion(new Region("青川县", "510822", "四川省/广元市/青川县"))
                .setSubject("水库")
                .setIndicator("总投资额")
                .setCanonicalIndicator("总投资")
                .setNormalizedUnit("CNY")
                .setKind(MetricKind.GROWTH)
                .setGrowthBase(GrowthBase.YEAR_ON_YEAR)
                .setPeriod(new Period("截至目前", null, DAY))
                .setStatus(MetricStatus.TARGET)
                .setRawValue("1至3")
                .setUnit("亿元")
                .setMin("100000000")
                .setMax("300000000")
                .setQualifier(Qualifier.RANGE)
                .setMetricId("m1")
                .setArticleId("a1")
                .setPageId("p1")
                .setVersion(new PageVersion(received, "i1", 2L))
                .setPublication("青川日报")
                .setIssueDate(DAY)
                .setQuote("总投资1至3亿元")
                .setBlock(2)
                .setStart(4)
                .setEnd(12)
                .setLines(List.of(7, 8))
                .setReports(3)
                .setExtractor("x")
                .build();

        assertThat(reader.read(
                        LATEST, KEY, serdes.<LatestMetric>value().serializer().serialize(LATEST, latest)))
                .isEqualTo(new StoredLatest(
                        "s1",
                        new Figure(
                                new Series(
                                        "青川县",
                                        "510822",
                                        "四川省/广元市/青川县",
                                        "水库",
                                        "总投资额",
                                        "总投资",
                                        "GROWTH",
                                        "YEAR_ON_YEAR",
                                        new Span("截至目前", null, DAY),
                                        "TARGET"),
                                new Amount(
                                        "1至3",
                                        null,
                                        "亿元",
                                        null,
                                        "CNY",
                                        new BigDecimal("100000000"),
                                        new BigDecimal("300000000")),
                                "RANGE",
                                "m1",
                                "a1",
                                "p1",
                                new Version(received, "i1", 2),
                                "青川日报",
                                DAY,
                                new Evidence("总投资1至3亿元", 2, 4, 12, List.of(7, 8)),
                                3,
                                "x")));
    }

    @Test
    void aTombstoneOfASeriesSaysThatItIsGone() {
        assertThat(reader.read(LATEST, KEY, null)).isEqualTo(new StoredLatest("s1", null));
    }

    @Test
    void aTombstoneWithoutAKeyOrOfAnotherTopicIsNoRecordOfOurs() {
        assertThatThrownBy(() -> reader.read(LATEST, null, null)).isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> reader.read(TOPICS.name(Topic.PAGES), KEY, null))
                .isInstanceOf(SerializationException.class);
    }
}
