package dev.broadsheet.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedsFileTest {
    @TempDir
    Path folder;

    @Test
    void everyKeyIsRead() throws IOException {
        FeedsFile.Result result = read("""
                feeds:
                  - name: evening
                    folder: in/evening
                    publication: 青川晚报
                    zone: Asia/Urumqi
                    pattern: '(?<date>\\d{8})-(?<page>[A-Z]\\d\\d)(-(?<edition>\\w+))?\\.txt'
                    schedule: ["05:00-09:30", "23:00-01:00"]
                """);

        assertThat(result.problems()).isEmpty();
        Feed feed = result.feeds().get(0);
        assertThat(feed.name()).isEqualTo("evening");
        assertThat(feed.folder()).isEqualTo(folder.resolve("in/evening"));
        assertThat(feed.done()).isEqualTo(folder.resolve("in/done/evening"));
        assertThat(feed.rejected()).isEqualTo(folder.resolve("in/rejected/evening"));
        assertThat(feed.zone()).isEqualTo(ZoneId.of("Asia/Urumqi"));
        assertThat(feed.hints("20240308-A02-north.txt"))
                .isEqualTo(new FileHints("青川晚报", LocalDate.of(2024, 3, 8), "north", "A02"));
        assertThat(feed.schedule().isOpen(Instant.parse("2024-03-08T00:00:00Z"), feed.zone()))
                .isTrue();
        assertThat(feed.schedule().isOpen(Instant.parse("2024-03-08T04:00:00Z"), feed.zone()))
                .isFalse();
        assertThat(feed.schedule().isOpen(Instant.parse("2024-03-08T18:30:00Z"), feed.zone()))
                .as("the window passes midnight")
                .isTrue();
    }

    @Test
    void aFeedNeedsOnlyNameAndFolder() throws IOException {
        FeedsFile.Result result = read("feeds:\n  - name: a\n    folder: /srv/a\n");

        assertThat(result.problems()).isEmpty();
        assertThat(result.feeds().get(0)).returns(null, Feed::publication).returns(Schedule.ALWAYS, Feed::schedule);
    }

    @Test
    void whatIsExpectedIsToldOrFollowsFromTheSchedule() throws IOException {
        FeedsFile.Result result = read("""
                feeds:
                  - {name: weekly, folder: a, expect: 8d}
                  - {name: daily, folder: b, schedule: ["05:00-09:00"]}
                  - {name: whenever, folder: c}
                  - {name: quiet, folder: d, schedule: ["05:00-09:00"], expect: 0s}
                """);

        assertThat(result.problems()).isEmpty();
        assertThat(result.feeds())
                .extracting(Feed::expect)
                .containsExactly(Duration.ofDays(8), Duration.ofHours(28), Duration.ZERO, Duration.ZERO);
        assertThat(read("feeds:\n  - {name: a, folder: a, expect: soon}\n").problems())
                .singleElement()
                .asString()
                .contains("feeds[0].expect", "soon", "26h");
    }

    @Test
    void unknownKeysAreRefusedWithTheirPlaceAllAtOnce() throws IOException {
        FeedsFile.Result result =
                read("feeds:\n  - name: a\n    foldr: /srv/a\n    folder: /srv/a\n    colour: red\nversion: 2\n");

        assertThat(result.problems())
                .hasSize(3)
                .anySatisfy(problem -> assertThat(problem)
                        .contains("feeds.yaml")
                        .contains("line 3")
                        .contains("\"foldr\"")
                        .contains("folder"))
                .anySatisfy(problem -> assertThat(problem).contains("line 5").contains("\"colour\""))
                .anySatisfy(problem -> assertThat(problem).contains("line 6").contains("\"version\""));
    }

    @Test
    void everyWrongValueIsToldAtOnceWithItsFeed() throws IOException {
        FeedsFile.Result result = read("""
                feeds:
                  - name: Evening Paper
                    folder: /srv/a
                    zone: Asia/Peking
                    schedule: ["dawn"]
                  - name: b
                    pattern: '(?<day>\\d+)'
                  - name: c
                    folder: /srv/c
                    pattern: '(?<date>['
                """);

        assertThat(result.problems())
                .anySatisfy(problem -> assertThat(problem).contains("feeds[0].name"))
                .anySatisfy(
                        problem -> assertThat(problem).contains("feeds[0].zone").contains("Asia/Peking"))
                .anySatisfy(problem ->
                        assertThat(problem).contains("feeds[0].schedule").contains("05:00-09:30"))
                .anySatisfy(problem -> assertThat(problem).contains("feeds[1].folder: is missing"))
                .anySatisfy(problem ->
                        assertThat(problem).contains("feeds[1].pattern").contains("[day]"))
                .anySatisfy(problem ->
                        assertThat(problem).contains("feeds[2].pattern").contains("no regular expression"))
                .hasSize(6);
    }

    @Test
    void twoFeedsCannotShareANameOrAFolder() throws IOException {
        FeedsFile.Result result =
                read("feeds:\n  - {name: a, folder: x}\n  - {name: a, folder: y}\n  - {name: b, folder: ./x}\n");

        assertThat(result.problems())
                .anySatisfy(problem -> assertThat(problem).contains("feeds[1].name"))
                .anySatisfy(problem -> assertThat(problem).contains("feeds[2].folder"))
                .hasSize(2);
    }

    @Test
    void aFileThatIsNoYamlOrNamesNoFeedOrIsMissingIsOneProblem() throws IOException {
        assertThat(read("feeds: [").problems()).singleElement().asString().contains("line");
        assertThat(read("").problems()).hasSize(1);
        assertThat(read("feeds: []\n").problems()).singleElement().asString().contains("names no feed");
        assertThat(FeedsFile.read(folder.resolve("none.yaml"), null, null).problems())
                .singleElement()
                .asString()
                .contains("cannot be read");
    }

    @Test
    void aFileOfAnotherCharsetIsToldWhatItNeedsAndAByteOrderMarkIsNone() throws IOException {
        String yaml = "feeds:\n  - {name: evening, folder: a, publication: 青川晚报}\n";
        Path file = Files.writeString(folder.resolve("gb.yaml"), yaml, Charset.forName("GB18030"));

        assertThat(FeedsFile.read(file, null, null).problems())
                .containsExactly(file + ": is not UTF-8; save it as UTF-8");
        assertThat(read("\uFEFF" + yaml).feeds()).extracting(Feed::publication).containsExactly("青川晚报");
    }

    private FeedsFile.Result read(String yaml) throws IOException {
        Path file = folder.resolve("feeds.yaml");
        Files.writeString(file, yaml);
        return FeedsFile.read(file, null, null);
    }
}
