package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberReaderTest {
    @ParameterizedTest(name = "{0}")
    @DisplayName("a number has a value, the upper end of a range, and tells whether it means more")
    @CsvSource(delimiter = '|', textBlock = """
            3105个       | 3105 |
            1,250.5万    | 12505000 |
            12,345,678个 | 12345678 |
            3 105亿元    | 310500000000 |
            1 250 000元  | 1250000 |
            2020,30个    | 2020 |
            3亿5000万元  | 350000000 |
            1万5000株    | 15000 |
            3千5百人     | 3500 |
            20万千瓦时   | 200000 |
            2000余亩     | 2000 | over
            100多万元    | 1000000 | over
            3万几户      | 30000 | over
            -2.5%        | -2.5 |
            负三摄氏度   | -3 |
            三百亿元     | 30000000000 |
            一亿五千万元 | 150000000 |
            三万五千亿元 | 3500000000000 |
            一百二十几名 | 120 | over
            数百家       | 100 | over
            几十万元     | 100000 | over
            百余名       | 100 | over
            十余万元     | 100000 | over
            二十几亿元   | 2000000000 | over
            三点一四米   | 3.14 |
            零点零五克   | 0.05 |
            三千瓦时     | 3 |
            叁万伍仟元   | 35000 |
            壹元         | 1 |
            廿三座       | 23 |
            七八万元     | 70000 | 80000
            三四十个     | 30 | 40
            十五六名     | 15 | 16
            两三百户     | 200 | 300
            三五个       | 3 | 5
            一二十年     | 10 | 20
            四五千万元   | 40000000 | 50000000
            """)
    void reads(String text, String value, @Nullable String more) {
        WrittenNumber number = Objects.requireNonNull(NumberReader.at(text, 0, text.length()));

        assertThat(number.value()).isEqualByComparingTo(value);
        assertThat(number.over()).isEqualTo("over".equals(more));
        WrittenNumber upper = number.upper();
        if (more == null || more.equals("over")) {
            assertThat(upper).isNull();
        } else {
            assertThat(Objects.requireNonNull(upper).value()).isEqualByComparingTo(more);
        }
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("a year, a version, a code, a name or a guess is no number")
    @ValueSource(
            strings = {
                "二〇二四年",
                "三八节",
                "一两个",
                "五三班",
                "三五七个",
                "1.2.3版",
                "007个",
                "05亿元",
                "5G个",
                "9+1个",
                "百姓",
                "万达",
                "亿达公司",
                "陆先生",
                "几个",
                "数字",
                "三点五十分",
                "10.0.0.1个"
            })
    void refuses(String text) {
        WrittenNumber number = NumberReader.at(text, 0, text.length());

        assertThat(number == null || number.mantissa() == null).isTrue();
    }

    @Test
    @DisplayName(
            "a scale alone is one of it behind a word that says so, and a minus is one behind a word that a value follows")
    void looksBack() {
        assertThat(value("上百名", 1)).isEqualTo("100");
        assertThat(value("近千亿元", 1)).isEqualTo("100000000000");
        assertThat(value("成百上千名", 3)).isEqualTo("none");
        assertThat(value("为-5度", 1)).isEqualTo("-5");
        assertThat(value("A-5型", 2)).isEqualTo("none");
        assertThat(value("8-10月", 1)).isEqualTo("none");
        assertThat(value("不负百姓", 1)).isEqualTo("none");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("a number of any length is read in time linear in it, and no longer than a number can be")
    @ValueSource(strings = {"9", "一", "万", "1,", "1 ", "1万", "-1", "三点", "百分之"})
    void linear(String unit) {
        String text = unit.repeat(200_000);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < text.length(); ) {
                WrittenNumber number = NumberReader.at(text, i, text.length());
                i = number == null ? i + 1 : Math.max(i + 1, number.end());
            }
        });
    }

    private static String value(String text, int from) {
        WrittenNumber number = NumberReader.at(text, from, text.length());
        return number == null || number.mantissa() == null
                ? "none"
                : Quantity.tidy(number.value()).toPlainString();
    }
}
