package dev.broadsheet.ingest.split;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that are no pages, and long ones: the splitter returns, in time, and keeps its promises. */
@Tag("long")
class BadInputTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
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
                Arguments.of("equal headlines between paragraphs", "小标题一行\n正文一句话,说完了。\n".repeat(50_000)),
                Arguments.of("torn paragraphs", "正文一句话还没有说完就断在了这里\n".repeat(50_000)),
                Arguments.of("right-to-left marks", "\u200f标题\u202e一行\u200f\n\u202b正文一句话。\u202c\n".repeat(5_000)),
                Arguments.of("traditional characters", "縣府動土\n【記者王五/東埔報導】園區昨日動土。\n".repeat(5_000)),
                Arguments.of("a page twice", "村里通了公交车\n本报讯(记者 王五)每天六趟,票价两\n元。\n李四 摄\n".repeat(2)),
                Arguments.of("words of pictures in captions", ("“" + "图 ".repeat(380) + "。 周小满 摄\n").repeat(2_600)),
                Arguments.of("a table", "1.5 2.5 3.5 4.5\n12% 13% 14% 15%\n".repeat(10_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void is_split_in_time_without_an_exception(String name, String text) {
        SplitPage page = assertTimeoutPreemptively(LIMIT, () -> splitter.split(text));
        SplitContract.check(text, page);
    }
}
