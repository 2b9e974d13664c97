package dev.broadsheet.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayTest {
    private static final Instant TIME = Instant.parse("2024-03-08T04:00:00.123Z");
    private static final Replay FIRST = new Replay("t.issues-3-17-split", "t.issues", 3, 17, TIME, 2, false);

    @Test
    void whatTheHeadersSayIsWhatWasPutThere() {
        assertThat(Replay.of(headers(FIRST))).contains(FIRST);
        Replay undated = new Replay("t.pages-0-1-sink.postgresql", "t.pages", 0, 1, null, 1, true);
        assertThat(Replay.of(headers(undated))).contains(undated);
    }

    @Test
    void anotherTryTakesThePlaceOfTheOneBefore() {
        Headers headers = headers(FIRST);
        Replay second = new Replay(FIRST.deadLetterId(), "t.issues", 3, 17, TIME, 3, true);
        second.addTo(headers);

        assertThat(Replay.of(headers)).contains(second);
    }

    @Test
    void ordinaryHeadersAreNoReplay() {
        Headers headers = new RecordHeaders().add("feed", bytes("default"));

        assertThat(Replay.of(headers)).isEmpty();
        assertThat(Replay.isIn(headers)).isFalse();
        assertThat(Replay.mustRepeat(headers)).isFalse();
        assertThat(Replay.mustNotRepeat(headers)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "broadsheet-dead-letter-partition,three",
        "broadsheet-dead-letter-offset,",
        "broadsheet-dead-letter-attempts,many",
        "broadsheet-dead-letter-timestamp,noon"
    })
    void headersThatAreNotWholeAreNoReplay(String name, String value) {
        Headers headers = headers(FIRST);
        headers.remove(name);
        if (value != null) {
            headers.add(name, bytes(value));
        }

        assertThat(Replay.of(headers)).isEmpty();
    }

    @Test
    void takenAwayTheRestStays() {
        Headers headers = headers(FIRST).add("feed", bytes("default"));

        assertThat(names(Replay.without(headers))).containsExactly("feed");
        assertThat(Replay.of(headers)).as("the record itself keeps them").contains(FIRST);
    }

    @Test
    void whatIsMadeOfAReplayedRecordIsKnownAsSuch() {
        Headers made = SubscriberHeaders.ofTombstone(headers(FIRST));

        assertThat(Replay.of(made)).contains(FIRST);
    }

    @Test
    void onlyWhatWasWrittenInPartIsRepeated() {
        Headers unwritten = headers(FIRST);
        Headers partly = headers(new Replay("id", "t", 0, 0, null, 1, true));

        assertThat(Replay.mustNotRepeat(unwritten)).isTrue();
        assertThat(Replay.mustRepeat(unwritten)).isFalse();
        assertThat(Replay.mustNotRepeat(partly)).isFalse();
        assertThat(Replay.mustRepeat(partly)).isTrue();
    }

    private static Headers headers(Replay replay) {
        Headers headers = new RecordHeaders();
        replay.addTo(headers);
        return headers;
    }

    private static List<String> names(Headers headers) {
        return Arrays.stream(headers.toArray()).map(header -> header.key()).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
