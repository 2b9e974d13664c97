package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ExtractorTest {

    @Test
    @DisplayName("the region is the county the headline and lead are about")
    void choosesRegion() {
        Extraction extraction =
                Extractors.SHARED.extract(Extractors.article("中牟县部署春耕", List.of(), "本报讯 近日，中牟县召开会议。与会者还到荥阳市、新密市学习。"));
        assertThat(extraction.region()).isEqualTo("中牟县");
    }

    @Test
    @DisplayName("an article that names no place has no region")
    void noRegionWithoutPlace() {
        assertThat(Extractors.read("大家要注意防火。").region()).isNull();
    }

    @Test
    @DisplayName("of companies that overlap at the head of a project the longer is the owner")
    void oneOwnerOfProject() {
        List<EntityMention> owners = Extractors.read("总投资5亿元的河南华峰集团公司宏达分公司迁建项目开工建设。").entities().stream()
                .filter(entity -> entity.type() == EntityType.ORGANIZATION)
                .toList();
        assertThat(owners).extracting(EntityMention::text).containsExactly("河南华峰集团公司宏达分公司");
    }

    @Test
    @DisplayName("growth without a noun of its own is the growth of the level before it")
    void growthInheritsIndicator() {
        List<MetricMention> metrics =
                Extractors.read("2022年全县工业产值完成300亿元，同比增长7%。").metrics();
        assertThat(metrics).hasSize(2);
        assertThat(metrics.get(1).indicator()).isEqualTo(metrics.get(0).indicator());
        assertThat(metrics.get(1).kind()).isEqualTo(MetricKind.GROWTH);
        assertThat(metrics)
                .allMatch(m -> m.period() != null && m.period().text().equals("2022年"));
    }

    @Test
    @DisplayName("one figure said of two things is two metrics")
    void sharedGrowthIsTwoMetrics() {
        List<MetricMention> metrics = Extractors.read("力争进口额和出口额均增长5%。").metrics();
        assertThat(metrics).extracting(MetricMention::indicator).containsExactly("进口额", "出口额");
        assertThat(metrics).allMatch(m -> m.status() == Status.TARGET);
    }

    @Test
    @DisplayName("target and actual figures of one sentence are told apart")
    void targetAndActual() {
        List<MetricMention> metrics =
                Extractors.read("目前已建成充电站80座，力争年底前投资达到9亿元。").metrics();
        assertThat(metrics).extracting(MetricMention::status).containsExactly(Status.ACTUAL, Status.TARGET);
    }

    @Test
    @DisplayName("layout spaces inside words and figures do not hide them, and the quote keeps them")
    void readsHardWrappedText() {
        List<MetricMention> metrics =
                Extractors.read("全县共有 学校210 所,投入资 金3.5亿 元。").metrics();
        assertThat(metrics)
                .extracting(MetricMention::normalizedValue)
                .containsExactly(new BigDecimal("210"), new BigDecimal("350000000"));
        assertThat(metrics.get(1).quote()).isEqualTo("投入资 金3.5亿 元");
    }

    @Test
    @DisplayName("value and unit stay as written, the normalised value is multiplied out")
    void keepsWrittenForm() {
        MetricMention metric = Extractors.read("总投资1.20亿元。").metrics().get(0);
        assertThat(metric.value()).isEqualTo(new BigDecimal("1.2"));
        assertThat(metric.unit()).isEqualTo("亿元");
        assertThat(metric.normalizedValue()).isEqualTo(new BigDecimal("120000000"));
    }

    @Test
    @DisplayName("keywords are at most ten, the headline's names first")
    void keywords() {
        Extraction extraction = Extractors.SHARED.extract(Extractors.article("荥阳市推广“三色工作法”", List.of(), "中牟县派人学习。"));
        assertThat(extraction.keywords()).hasSizeLessThanOrEqualTo(10).startsWith("荥阳市");
    }

    @Test
    @DisplayName("a platform in one sentence is no programme in the next")
    void oneTypePerName() {
        Extraction extraction = Extractors.read("居民通过“民声通”平台反映问题。“民声通”制度受到好评。");
        assertThat(extraction.entities())
                .filteredOn(e -> e.text().equals("民声通"))
                .hasSize(2)
                .allMatch(e -> e.type() == EntityType.PLATFORM);
    }
}
