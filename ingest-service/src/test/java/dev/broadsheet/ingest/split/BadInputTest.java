package dev.broadsheet.ingest.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the text, the splitter returns, in time, and its own postcondition holds (it would throw otherwise). */
class BadInputTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String ALPHABET =
            "汉字县区记者通讯员本报讯摄文图月日。,、!?:;“”‘’()（）《》—…·|/ \t\n\n\n\r\f\u0000\u000b\u0085\u00a0\u200b\u200f\u2028\ufeff\ud83d\ude00aZ09%.";
    private final PageSplitter splitter = new PageSplitter();

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("nothing", ""),
                Arguments.of("one blank", " "),
                Arguments.of("100,000 blank lines", "\n".repeat(100_000)),
                Arguments.of("one line of 10 MB", "汉".repeat(3_400_000)),
                Arguments.of("one line of blanks and characters", "汉 ".repeat(3_000_000)),
                Arguments.of("open brackets", "(".repeat(2_000_000)),
                Arguments.of("a character and closing brackets", "汉" + ")".repeat(2_000_000)),
                Arguments.of("a date that never ends", "1".repeat(1_000_000) + "日"),
                Arguments.of("only punctuation", "。,!(《—…\n".repeat(10_000)),
                Arguments.of("control characters", "\u0000\u0001\u0008\u001f\n\f".repeat(5_000)),
                Arguments.of("lone surrogates", "\ud83d汉\n\ude00\n汉\ud83d".repeat(5_000)),
                Arguments.of("form feeds and separators", "标题\f正文\u2028正文\u0085正文。\n".repeat(5_000)),
                Arguments.of("100,000 datelines", "本报讯(记者 王五)今天。\n".repeat(100_000)),
                Arguments.of("100,000 short lines", "新闻标题一行字\n".repeat(100_000)),
                Arguments.of("single characters between items", "甲\n乙\n丙\n丁\n标题一行\n本报讯 正文一句话。\n".repeat(20_000)),
                Arguments.of("English", "The quick brown fox jumps over the lazy dog.\n".repeat(10_000)),
                Arguments.of("a table", "1.5 2.5 3.5 4.5\n12% 13% 14% 15%\n".repeat(10_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void is_split_in_time_without_an_exception(String name, String text) {
        SplitPage page = assertTimeoutPreemptively(LIMIT, () -> splitter.split(text));
        assertThat(claimed(page)).isEqualTo(solid(text));
        assertThat(page.confidence()).isBetween(0.0, 1.0);
    }

    @Test
    void random_text_keeps_each_character_once() {
        Random random = new Random(20_261_121);
        for (int round = 0; round < 3_000; round++) {
            String text = random(random);
            SplitPage page = splitter.split(text);
            assertThat(claimed(page)).as(text).isEqualTo(solid(text));
        }
    }

    @Test
    void random_pages_of_plausible_lines_keep_each_character_once() {
        String[] lines = {
            "本报讯(记者 王五)昨天开会。",
            "标题一行",
            "",
            "",
            "张三",
            "李四 摄",
            "正文还没有写完,",
            "聚焦“会议”",
            "新",
            "闻",
            "|",
            "副题 两段 三段",
            "说完了。(记者 赵六)",
            "某人在劳动。钱七 摄"
        };
        Random random = new Random(7);
        for (int round = 0; round < 3_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(lines[random.nextInt(lines.length)]).append('\n');
            }
            assertThat(claimed(splitter.split(text.toString())))
                    .as(text.toString())
                    .isEqualTo(solid(text.toString()));
        }
    }

    private static String random(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(200); i > 0; i--) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private static long claimed(SplitPage page) {
        return Stream.concat(page.articles().stream().flatMap(a -> a.blocks().stream()), page.furniture().stream())
                .mapToLong(block -> solid(block.text()))
                .sum();
    }

    private static long solid(String text) {
        return text.chars().filter(c -> !Chars.isWhite((char) c)).count();
    }
}
