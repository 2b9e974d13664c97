package dev.broadsheet.chinese;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DivisionsTest {
    private static final Divisions DIVISIONS = Divisions.load();

    @ParameterizedTest(name = "{0} is {1}, {2}, below {3}")
    @CsvSource({
        "410000, 河南省, PROVINCE, ''",
        "410100, 郑州市, PREFECTURE, 410000",
        "410122, 中牟县, COUNTY, 410100",
        "410122105, 白沙镇, TOWN, 410122",
        "110101, 东城区, COUNTY, 110000",
        "419001, 济源市, COUNTY, 410000",
        "441900, 东莞市, PREFECTURE, 440000",
        "441900003, 东城街道, TOWN, 441900",
        "110101001001, 多福巷社区, VILLAGE, 110101001",
        "710000, 台湾省, PROVINCE, ''",
        "810000, 香港特别行政区, PROVINCE, ''",
    })
    void knowsADivisionByItsCode(String code, String name, Level level, String parent) {
        assertThat(DIVISIONS.byCode(code)).hasValue(new Division(code, name, level, parent));
    }

    @Test
    void takesTheStatisticalCodesWithoutTheirZeros() {
        assertThat(DIVISIONS.byCode("41")).isEqualTo(DIVISIONS.byCode("410000"));
        assertThat(DIVISIONS.byCode("4101")).isEqualTo(DIVISIONS.byCode("410100"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4",
                "410",
                "41010",
                "999999",
                "4101220",
                "41x122",
                "４１０１２２",
                "-41000",
                "410122105000000",
                "110100"
            })
    void knowsNoOtherCode(String code) {
        assertThat(DIVISIONS.byCode(code)).isEmpty();
    }

    @ParameterizedTest(name = "{0} is short for {1}")
    @CsvSource({
        "河南, 河南省",
        "郑州, 郑州市",
        "中牟, 中牟县",
        "金水, 金水区",
        "内蒙古, 内蒙古自治区",
        "新疆, 新疆维吾尔自治区",
        "宁夏, 宁夏回族自治区",
        "恩施, 恩施土家族苗族自治州",
        "黔南, 黔南布依族苗族自治州",
        "双江, 双江拉祜族佤族布朗族傣族自治县",
        "神农架, 神农架林区",
        "浦东, 浦东新区",
        "锡林郭勒, 锡林郭勒盟",
        "香港, 香港特别行政区",
    })
    void knowsShortNamesDownToTheCounty(String name, String full) {
        assertThat(DIVISIONS.named(name)).extracting(Division::name).contains(full);
        assertThat(DIVISIONS.named(full)).extracting(Division::name).containsOnly(full);
    }

    @Test
    void namesOfHigherLevelsComeFirst() {
        assertThat(DIVISIONS.named("吉林")).extracting(Division::level).containsExactly(Level.PROVINCE, Level.PREFECTURE);
    }

    @Test
    void aNameThatRecursNamesAllItsBearers() {
        assertThat(DIVISIONS.named("鼓楼区")).hasSize(4).allMatch(d -> d.level() == Level.COUNTY);
        assertThat(DIVISIONS.named("和平村")).hasSizeGreaterThan(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "省", "县", "市辖区", "郑", "河南省郑州市", "不是地名", "\u0000", "\ud83d"})
    void knowsNoOtherName(String name) {
        assertThat(DIVISIONS.named(name)).isEmpty();
    }

    @ParameterizedTest(name = "{0} begins with {1}")
    @CsvSource({
        "中牟县今年, 中牟县",
        "中牟今年, 中牟",
        "郑州市民, 郑州市",
        "白沙镇前程村, 白沙镇",
        "内蒙古自治区成立, 内蒙古自治区",
        "内蒙古草原, 内蒙古",
        "郑东新区, 郑东新区",
        "郑州高新区, 郑州高新区",
        "郑州航空港区, 郑州航空港区",
        "东华门街道办, 东华门街道",
    })
    void findsTheLongestNameInText(String text, String name) {
        String around = "在" + text + "里";

        Optional<Divisions.Match> match = DIVISIONS.longestAt(around, 1);

        assertThat(match).isPresent();
        assertThat(around.substring(match.get().start(), match.get().end())).isEqualTo(name);
        assertThat(match.get().divisions()).isEqualTo(DIVISIONS.named(name)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "城中村改造", "高新技术", "城区", "郊区", "市辖区", "新村", "农村", "村委会", "居委会", "金水河", "和平年代", "县", "街道", "乡镇", "1",
                " ", "😀"
            })
    void findsNoNameInOrdinaryWords(String text) {
        assertThat(DIVISIONS.longestAt(text, 0)).isEmpty();
    }

    @Test
    void findsNothingBehindTheEnd() {
        assertThat(DIVISIONS.longestAt("中牟县", 3)).isEmpty();
        assertThat(DIVISIONS.longestAt("中牟县", 4)).isEmpty();
    }

    @Test
    void findsAVillageOnlyByItsWholeName() {
        assertThat(DIVISIONS.longestAt("多福巷社区的居民", 0)).get().satisfies(match -> {
            assertThat(match.end()).isEqualTo(5);
            assertThat(match.divisions()).extracting(Division::level).containsOnly(Level.VILLAGE);
        });
        assertThat(DIVISIONS.longestAt("多福巷的居民", 0)).isEmpty();
    }

    @Test
    void functionalAreasHaveACodeOnlyWhereTheStatisticsGiveOne() {
        assertThat(DIVISIONS.named("郑东新区")).singleElement().satisfies(area -> {
            assertThat(area.hasCode()).isFalse();
            assertThat(area.parentCode()).isEqualTo("410100");
        });
        assertThat(DIVISIONS.named("郑州高新区"))
                .isEqualTo(DIVISIONS.byCode("410172").stream().toList());
    }

    @Test
    void everyFunctionalAreaBelongsToAKnownDivisionAndAgreesWithItsCode() {
        List<Division> areas = FunctionalAreas.load().all();

        assertThat(areas).hasSizeGreaterThan(100);
        assertThat(areas).allSatisfy(area -> {
            assertThat(DIVISIONS.byCode(area.parentCode())).as(area.toString()).isPresent();
            if (area.hasCode()) {
                assertThat(DIVISIONS.byCode(area.code())).as(area.toString()).hasValue(area);
            }
        });
    }

    @Test
    void oneObjectServesManyThreads() {
        List<String> names = List.of("郑州", "和平村", "中牟县", "郑东新区", "吉林");
        List<List<Division>> alone = names.stream().map(DIVISIONS::named).toList();

        assertThat(IntStream.range(0, 200)
                        .parallel()
                        .mapToObj(i -> names.stream().map(DIVISIONS::named).toList()))
                .allMatch(alone::equals);
    }
}
