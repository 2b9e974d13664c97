package dev.broadsheet.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;

class LogsTest {
    private final PrintStream before = System.err;

    @AfterEach
    void restore() {
        System.setErr(before);
        MDC.clear();
        Logs.configure(LogFormat.TEXT, Level.INFO);
    }

    @Test
    void textIsOneLineThatEndsWithTheIssue() {
        String logged = log(LogFormat.TEXT, "abc");

        assertThat(logged).matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} WARN  LogsTest: 项目 1 \\[issue abc]\\R");
    }

    @Test
    void textOutsideAnIssueSaysNothingOfIssues() {
        assertThat(log(LogFormat.TEXT, null)).doesNotContain("issue").endsWith("项目 1" + System.lineSeparator());
    }

    @Test
    void jsonIsOneObjectALineWithTheIssue() throws Exception {
        String logged = log(LogFormat.JSON, "abc");
        JsonNode event = new ObjectMapper().readTree(logged);

        assertThat(logged.strip().lines()).hasSize(1);
        assertThat(event.path("level").asText()).isEqualTo("WARN");
        assertThat(event.path("formattedMessage").asText()).isEqualTo("项目 1");
        assertThat(event.path("mdc").path("issueId").asText()).isEqualTo("abc");
        assertThat(event.path("loggerName").asText()).isEqualTo(LogsTest.class.getName());
    }

    @Test
    void whatIsBelowTheLevelIsNotLogged() {
        ByteArrayOutputStream bytes = capture();
        Logs.configure(LogFormat.TEXT, Level.ERROR);

        LoggerFactory.getLogger(LogsTest.class).warn("not shown");

        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void whatKafkaSaysOfEveryPartitionIsNotLoggedAndWhatElseItWarnsOfIs() {
        ByteArrayOutputStream bytes = capture();
        Logs.configure(LogFormat.TEXT, Level.WARN);

        LoggerFactory.getLogger("org.apache.kafka.clients.consumer.internals.OffsetFetcherUtils")
                .warn("Not updating high watermark for partition t-0 as it is no longer assigned");
        LoggerFactory.getLogger("org.apache.kafka.clients.admin.internals.PartitionLeaderStrategy")
                .error("Received unknown topic error for topic t-changelog");
        LoggerFactory.getLogger("org.apache.kafka.clients.consumer.KafkaConsumer")
                .warn("something else");

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("something else")
                .doesNotContain("watermark")
                .doesNotContain("unknown topic");
    }

    @Test
    void whatStreamsSaysOfEachTaskThatItRestoresIsNotLoggedAndWhatElseItWarnsOfIs() {
        ByteArrayOutputStream bytes = capture();
        Logs.configure(LogFormat.TEXT, Level.WARN);
        String streams = "org.apache.kafka.streams.processor.internals.";

        LoggerFactory.getLogger(streams + "ProcessorStateManager")
                .warn("State store {} did not find checkpoint offsets while stores are not empty, since …", "seen");
        LoggerFactory.getLogger(streams + "TaskManager")
                .warn("Encounter corrupted task 0_1, will group it …", new IllegalStateException("its stack"));
        LoggerFactory.getLogger(streams + "TaskManager").warn("The state updater was not able to remove task 0_1");
        LoggerFactory.getLogger(streams + "StreamThread").warn("Detected the states of tasks [0_1] are corrupted");

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("state updater", "Detected the states")
                .doesNotContain("checkpoint")
                .doesNotContain("Encounter")
                .doesNotContain("its stack");
    }

    private static String log(LogFormat format, @Nullable String issueId) {
        ByteArrayOutputStream bytes = capture();
        Logs.configure(format, Level.INFO);
        if (issueId != null) {
            MDC.put(Logs.ISSUE_ID, issueId);
        }
        LoggerFactory.getLogger(LogsTest.class).warn("项目 {}", 1);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static ByteArrayOutputStream capture() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes;
    }
}
