package dev.broadsheet.chinese;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralsTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            0          | 0
            298        | 298
            3105       | 3105
            3,105      | 3105
            1,234,567.5| 1234567.5
            ３０       | 30
            １，２００ | 1200
            8.10       | 8.1
            -2.5       | -2.5
            −2.5       | -2.5
            +3         | 3
            007        | 7
            1.5万      | 15000
            3,000万    | 30000000
            2000万     | 20000000
            2万亿      | 2000000000000
            3亿5000万  | 350000000
            1万5000    | 15000
            3千        | 3000
            5百        | 500
            3千5百     | 3500
            5千万      | 50000000
            零         | 0
            一         | 1
            两         | 2
            十         | 10
            十二       | 12
            二十       | 20
            六十       | 60
            九十九     | 99
            廿三       | 23
            卅         | 30
            百         | 100
            千         | 1000
            万         | 10000
            亿         | 100000000
            百万       | 1000000
            千万       | 10000000
            一百二     | 120
            一百零二   | 102
            一百一十   | 110
            一百二十三 | 123
            两千       | 2000
            两千三     | 2300
            三千零六   | 3006
            三千零六十 | 3060
            三千五百   | 3500
            一万五     | 15000
            一万零五   | 10005
            一万零五百 | 10500
            十二万三千 | 123000
            两亿五     | 250000000
            一亿零五十 | 100000050
            三百亿     | 30000000000
            三千亿     | 300000000000
            一万亿     | 1000000000000
            万亿       | 1000000000000
            三点五     | 3.5
            零点零五   | 0.05
            十二点一四 | 12.14
            三点五亿   | 350000000
            负三       | -3
            半         | 0.5
            一半       | 0.5
            二〇二四   | 2024
            二〇       | 20
            一九四九   | 1949
            壹佰贰拾   | 120
            叁萬伍仟   | 35000
            兩億       | 200000000
            """)
    void readsEveryExactWayOfWritingANumber(String written, String value) {
        assertThat(Numerals.parse(written).map(BigDecimal::toPlainString)).hasValue(value);
    }

    @ParameterizedTest(name = "{0} is no number")
    @ValueSource(
            strings = {
                "", " ", "十几", "几十", "数百", "百余", "万余", "两三", "七八", "三四十", "二三百", "十三四", "六十个", "三分之一", "百分之三", "5%",
                "1.2.3", "1,23", "12,3456", ".5", "5.", "亿达", "万科", "零三百", "三百五十百", "一百五千", "一点五亿三千万", "三亿亿五亿", "五万三万",
                "万五", "百五", "十百", "点五", "三点", "一-二", "--1", "-", "+", "半个", "中", "🀄", "\u0000", "3 105", "1e5", "٣",
                "一十百", "一千一千", "零零百"
            })
    void isEmptyForWhatIsNoExactNumber(String written) {
        assertThat(Numerals.parse(written)).isEmpty();
    }

    @Test
    void keepsEveryDigitOfALongNumber() {
        String digits = "7".repeat(400);

        assertThat(Numerals.parse(digits)).hasValue(new BigDecimal(digits));
        assertThat(Numerals.parse("0." + digits)).hasValue(new BigDecimal("0." + digits));
    }

    @Test
    void refusesWhatIsTooLongToBeANumberWithoutReadingIt() {
        assertThat(Numerals.parse("9".repeat(Numerals.LONGEST + 1))).isEmpty();
        assertThat(Numerals.parse("万".repeat(2_000_000))).isEmpty();
        assertThat(Numerals.parse("亿".repeat(Numerals.LONGEST))).isEmpty();
    }

    @Test
    void ignoresWhiteSpaceAroundTheNumber() {
        assertThat(Numerals.parse("\u3000三百 ")).hasValue(new BigDecimal("300"));
    }
}
