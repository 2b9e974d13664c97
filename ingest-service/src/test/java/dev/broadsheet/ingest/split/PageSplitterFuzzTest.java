package dev.broadsheet.ingest.split;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;

/**
 * Lets a coverage-guided fuzzer look for a text that breaks a promise of the splitter, starting from the texts in the resource folder
 * {@code PageSplitterFuzzTestInputs}. It looks for ten seconds in a build, longer with {@code JAZZER_MAX_DURATION=10m} in the environment.
 * A text that it finds is left in {@code target/fuzz}; put into that folder it is a test for ever.
 */
@Tag("fuzz")
class PageSplitterFuzzTest {
    private static final PageSplitter SPLITTER = new PageSplitter();

    @DictionaryEntries({
        "本报讯(记者 ",
        " 通讯员 ",
        "记者 王五 文/图",
        " 摄",
        "图为",
        "新华社电 ",
        "□",
        "2024年3月8日",
        "A02版",
        "——",
        "\u2028",
        "\u200f",
    })
    @FuzzTest(maxDuration = "10s")
    void no_text_breaks_a_promise(byte[] bytes) {
        // Bytes that are no UTF-8 become half a surrogate pair: the one thing that decoding never yields.
        String text = new String(bytes, StandardCharsets.UTF_8).replace('\ufffd', '\ud83d');
        SplitContract.check(text, SPLITTER.split(text));
    }
}
