package dev.broadsheet.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdsTest {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 8);

    @Test
    void theIssueIdIsTheSha256OfTheBytes() {
        assertThat(Ids.issueId("abc".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void theSameArrivalHasTheSameDeliveryIdAndAnotherHasAnother() {
        String first = Ids.deliveryId("f", "A02.txt", 10, Samples.NOON);

        assertThat(Ids.deliveryId("f", "A02.txt", 10, Samples.NOON)).isEqualTo(first);
        assertThat(List.of(
                        Ids.deliveryId("g", "A02.txt", 10, Samples.NOON),
                        Ids.deliveryId("f", "A03.txt", 10, Samples.NOON),
                        Ids.deliveryId("f", "A02.txt", 11, Samples.NOON),
                        Ids.deliveryId("f", "A02.txt", 10, Samples.NOON.plusMillis(1))))
                .doesNotContain(first)
                .doesNotHaveDuplicates();
    }

    @Test
    void anyoneCanRecomputeTheCanonicalIdFromTypeNameAndPlace() {
        // printf 'PLACE\n王村镇\n410182104' | sha256sum
        assertThat(Ids.canonicalId(EntityType.PLACE, "王村镇", "410182104", "河南省/郑州市/荥阳市/王村镇"))
                .isEqualTo("9d6e433bc3e6ad1f");
        // printf 'PLACE\n郑东新区\n河南省/郑州市/郑东新区' | sha256sum
        assertThat(Ids.canonicalId(EntityType.PLACE, "郑东新区", null, "河南省/郑州市/郑东新区"))
                .isEqualTo("e628455f437beb6f");
        // printf 'ORGANIZATION\n水务公司\n' | sha256sum
        assertThat(Ids.canonicalId(EntityType.ORGANIZATION, "水务公司", null, null)).isEqualTo("a431dd7bda60a8a2");
    }

    @Test
    void aProjectIsItsNameInItsCountyHoweverFinelyThePlaceIsTold() {
        String county = Ids.projectId("青禾水库项目", "510822", "四川省/广元市/青川县");

        // printf 'PROJECT\n青禾水库项目\n510822' | sha256sum
        assertThat(county).isEqualTo("1fe405859367ed0b");
        assertThat(Ids.projectId("青禾水库项目", "510822101203", "四川省/广元市/青川县/青禾镇/青禾村"))
                .isEqualTo(county);
        assertThat(Ids.canonicalId(EntityType.PROJECT, "青禾水库项目", "510822", null))
                .isEqualTo(county);
        assertThat(Ids.projectId("青禾水库项目", "510823", null)).isNotEqualTo(county);
        assertThat(Ids.projectId("青禾水库项目", "5108", null)).isNotEqualTo(county);
        assertThat(Ids.projectId("青禾水库项目", null, null)).isNotEqualTo(county);
    }

    @Test
    void aPageWithoutDateOrPageIsKnownByItsIssue() {
        assertThat(Ids.pageId("晚报", DAY, null, "A02", "i")).isEqualTo("晚报/2024-03-08/-/A02");
        assertThat(Ids.pageId("晚报", DAY, "早", "A02", "i")).isEqualTo("晚报/2024-03-08/早/A02");
        assertThat(Ids.pageId("晚报", null, null, "A02", "i")).isEqualTo("i");
        assertThat(Ids.pageId("晚报", DAY, null, null, "i")).isEqualTo("i");
        assertThat(Ids.pageId(null, DAY, null, "A02", "i")).isEqualTo("i");
    }

    @Test
    void namesCannotForgeThePartsOfAPageId() {
        assertThat(Ids.pageId("晚/报", DAY, null, "A02", "i")).isEqualTo("晚_报/2024-03-08/-/A02");
    }

    @Test
    void versionsAreOrderedByTimeThenIssueThenGeneration() {
        PageVersion early = new PageVersion(Samples.NOON, "b", 9L);
        PageVersion later = new PageVersion(Samples.NOON.plusMillis(1), "a", 1L);
        PageVersion otherIssue = new PageVersion(Samples.NOON, "c", 1L);
        PageVersion regenerated = new PageVersion(Samples.NOON, "c", 2L);

        assertThat(List.of(regenerated, later, otherIssue, early).stream()
                        .sorted(Ids.VERSION_ORDER)
                        .toList())
                .containsExactly(early, otherIssue, regenerated, later);
    }

    @Test
    void aSeriesIsHashedFromItsPartsAndTheRegionsCodeStandsForItsName() throws Exception {
        Metric metric = figure().setRegion(new Region("青川", "510822", "四川省/广元市/青川县"))
                .setSubject("青川水库")
                .setPeriod(new Period("去年", LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31)))
                .build();

        String parts = "510822\n青川水库\n投资\nCNY\nLEVEL\n\n2023-01-01/2023-12-31\nACTUAL";
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(parts.getBytes(StandardCharsets.UTF_8));
        assertThat(Ids.seriesId(metric))
                .isEqualTo(HexFormat.of().formatHex(hash).substring(0, 32));
    }

    @Test
    void whatIsMeasuredIsItsCanonicalNameWhereItHasOne() {
        String gdp = Ids.seriesId(
                figure().setIndicator("GDP").setCanonicalIndicator("地区生产总值").build());
        assertThat(gdp)
                .isEqualTo(Ids.seriesId(figure().setIndicator("全市生产总值")
                        .setCanonicalIndicator("地区生产总值")
                        .build()))
                .isEqualTo(Ids.seriesId(figure().setIndicator("地区生产总值").build()))
                .isNotEqualTo(Ids.seriesId(figure().setIndicator("GDP").build()));
    }

    @Test
    void whatAGrowthIsMeasuredAgainstMakesASeriesOfItsOwn() {
        Metric.Builder growth = figure().setKind(MetricKind.GROWTH);
        assertThat(Ids.seriesId(growth.setGrowthBase(GrowthBase.YEAR_ON_YEAR).build()))
                .isNotEqualTo(Ids.seriesId(
                        growth.setGrowthBase(GrowthBase.PREVIOUS_PERIOD).build()));
    }

    @Test
    void percentagePointsAreAnotherSeriesThanPercent() {
        Metric.Builder growth = figure().setKind(MetricKind.GROWTH).setNormalizedUnit("percent");
        assertThat(Ids.seriesId(growth.setUnit("%").build()))
                .isEqualTo(Ids.seriesId(growth.setUnit("百分之").build()))
                .isNotEqualTo(Ids.seriesId(growth.setUnit("个百分点").build()));
    }

    @Test
    void aSeriesTimeIsItsDaysWhereTheyAreKnownAndElseItsText() {
        LocalDate march = LocalDate.of(2024, 3, 31);
        assertThat(series(new Period("截至3月底", null, march))).isEqualTo(series(new Period("截至目前", null, march)));
        assertThat(List.of(
                        series(null),
                        series(new Period("去年", null, null)),
                        series(new Period("前年", null, null)),
                        series(new Period("去年", null, march)),
                        series(new Period("去年", march, null)),
                        series(new Period("去年", march, march))))
                .doesNotHaveDuplicates();
    }

    private static String series(@Nullable Period period) {
        return Ids.seriesId(figure().setPeriod(period).build());
    }

    private static Metric.Builder figure() {
        return Metric.newBuilder()
                .setMetricId("m")
                .setArticleId("a")
                .setPageId("p")
                .setVersion(new PageVersion(Samples.NOON, "i", 1L))
                .setQuote("投资3元")
                .setBlock(0)
                .setStart(0)
                .setEnd(4)
                .setLines(List.of(1))
                .setIndicator("投资")
                .setRawValue("3")
                .setUnit("元")
                .setNormalizedUnit("CNY")
                .setQualifier(Qualifier.EXACT)
                .setStatus(MetricStatus.ACTUAL)
                .setKind(MetricKind.LEVEL)
                .setExtractor("x");
    }

    @Test
    void aKeyTellsItsIssueWhereItBeginsWithOne() {
        String issueId = "0123456789abcdef".repeat(4);

        assertThat(Ids.issueOf(issueId)).contains(issueId);
        assertThat(Ids.issueOf(Ids.articleId(issueId, 7))).contains(issueId);
        assertThat(Ids.issueOf(Ids.metricId(Ids.articleId(issueId, 7), 0, 6, 15)))
                .contains(issueId);
        assertThat(Ids.issueOf("青川晚报/2024-03-08/-/A02")).isEmpty();
        assertThat(Ids.issueOf(issueId + "x")).isEmpty();
    }
}
