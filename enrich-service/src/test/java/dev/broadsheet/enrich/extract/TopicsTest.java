package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.chinese.Divisions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an article has named so far. */
class TopicsTest {
    private final Topics topics = new Topics(Divisions.load(), "青河县");

    @Test
    @DisplayName(
            "those named last come first, the region before it is named at the end, and each sentence changes that")
    void order() {
        read("甲农场与乙农场修渠。", "甲农场", "乙农场");
        assertThat(texts()).containsExactly("乙农场", "甲农场", "青河县");

        read("甲农场还修路。", "甲农场");
        assertThat(texts()).containsExactly("甲农场", "乙农场", "青河县");
    }

    private List<String> texts() {
        return topics.latestFirst().stream().map(Topic::text).toList();
    }

    private void read(String text, String... names) {
        Sentence sentence = new Sentence(FlatText.of(text, false), 0, 0, text.length(), List.of());
        List<Candidate> found = Arrays.stream(names)
                .map(name -> new Candidate(
                        EntityType.ORGANIZATION, text.indexOf(name), text.indexOf(name) + name.length(), 1))
                .sorted(Comparator.comparingInt(Candidate::start))
                .toList();
        topics.read(sentence, found, List.of());
    }
}
