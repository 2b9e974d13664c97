package dev.broadsheet.cli;

import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.RecordHeader;
import dev.broadsheet.sink.repair.DeadLetterEntry;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** One letter for a person or a program; {@code history} holds its records, oldest first. */
record DeadLetterView(DeadLetter letter, List<DeadLetterEntry> history, RecordJson records) {
    private static final int SHOWN_VALUE = 4_000;
    private static final int SHOWN_BYTES = 256;

    String text() {
        StringBuilder text = new StringBuilder();
        line(text, "id", letter.getDeadLetterId());
        line(text, "stage", letter.getStage());
        line(text, "state", letter.getState() + ", " + DeadLetterLines.attempts(letter));
        line(
                text,
                "place",
                "topic " + letter.getTopic() + ", partition " + letter.getPartition() + ", offset " + letter.getOffset()
                        + (letter.getRecordTimestamp() == null ? "" : ", of " + letter.getRecordTimestamp()));
        line(text, "issue", letter.getIssueId());
        line(text, "page", letter.getPageId());
        line(
                text,
                "given up by",
                letter.getInstance() + ", software " + letter.getSoftware()
                        + (letter.getExtractor() == null ? "" : ", extractor " + letter.getExtractor()));
        line(text, "written", letter.getPartlyWritten() ? "some of its results may have been written" : "nothing");
        for (DeadLetterEntry entry : history) {
            line(text, "story", story(entry.letter()));
        }
        for (RecordHeader header : letter.getHeaders()) {
            line(text, "header", header.getName() + " = " + readable(header.getValue()));
        }
        line(text, "key", readable(letter.getKey()));
        line(text, "value", value());
        line(text, "cause", letter.getCauseClass() + "\n" + letter.getCause());
        line(text, "stack", letter.getStack().strip());
        return text.toString();
    }

    String json() {
        Map<String, Object> json = new LinkedHashMap<>(Map.of("id", letter.getDeadLetterId()));
        json.put("state", letter.getState().name());
        json.put("stage", letter.getStage());
        json.put("topic", letter.getTopic());
        json.put("partition", letter.getPartition());
        json.put("offset", letter.getOffset());
        json.put(
                "recordTimestamp",
                letter.getRecordTimestamp() == null
                        ? null
                        : letter.getRecordTimestamp().toString());
        json.put("attempts", letter.getAttempts());
        json.put("partlyWritten", letter.getPartlyWritten());
        json.put("issueId", letter.getIssueId());
        json.put("pageId", letter.getPageId());
        json.put("extractor", letter.getExtractor());
        json.put("software", letter.getSoftware());
        json.put("instance", letter.getInstance());
        json.put("story", history.stream().map(entry -> story(entry.letter())).toList());
        json.put(
                "headers",
                letter.getHeaders().stream().map(DeadLetterView::header).toList());
        json.put("key", base64(letter.getKey()));
        json.put("value", base64(letter.getValue()));
        json.put("decoded", decoded());
        json.put("causeClass", letter.getCauseClass());
        json.put("cause", letter.getCause());
        json.put("stack", letter.getStack());
        return RecordJson.write(json);
    }

    private static String story(DeadLetter letter) {
        return switch (letter.getState()) {
            case DEAD -> letter.getAt() + "  DEAD, " + DeadLetterLines.attempts(letter) + ": " + letter.getCause();
            default ->
                (letter.getDecidedAt() == null ? letter.getAt() : letter.getDecidedAt()) + "  " + letter.getState();
        };
    }

    private static Map<String, Object> header(RecordHeader header) {
        Map<String, Object> json = new LinkedHashMap<>(Map.of("name", header.getName()));
        json.put("value", base64(header.getValue()));
        return json;
    }

    private String value() {
        ByteBuffer bytes = letter.getValue();
        if (bytes == null) {
            return "none";
        }
        Object decoded = decoded();
        String size = bytes.remaining() + " bytes";
        if (decoded == null) {
            return size + ", not to be decoded: " + readable(bytes);
        }
        String json = RecordJson.write(decoded);
        return size + "\n"
                + (json.length() <= SHOWN_VALUE
                        ? json
                        : json.substring(0, SHOWN_VALUE) + "… (" + (json.length() - SHOWN_VALUE)
                                + " characters more; --json prints all)");
    }

    private @Nullable Object decoded() {
        ByteBuffer bytes = letter.getValue();
        if (bytes == null) {
            return null;
        }
        try {
            return records.decode(letter.getTopic(), copy(bytes));
        } catch (SerializationException e) {
            return null; // what is wrong with it stands in the letter's cause
        }
    }

    // Text where it is text, else its first bytes.
    private static String readable(@Nullable ByteBuffer bytes) {
        if (bytes == null) {
            return "none";
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(bytes.duplicate())
                    .toString();
            if (text.codePoints().noneMatch(Character::isISOControl)) {
                return text.length() <= SHOWN_VALUE ? text : text.substring(0, SHOWN_VALUE) + "…";
            }
        } catch (CharacterCodingException e) {
            // no text: shown in hexadecimal digits
        }
        byte[] copy = copy(bytes);
        String hex = HexFormat.ofDelimiter(" ").formatHex(copy, 0, Math.min(SHOWN_BYTES, copy.length));
        return hex + (copy.length <= SHOWN_BYTES ? "" : " …");
    }

    private static @Nullable String base64(@Nullable ByteBuffer bytes) {
        return bytes == null ? null : Base64.getEncoder().encodeToString(copy(bytes));
    }

    private static byte[] copy(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return copy;
    }

    private static void line(StringBuilder text, String name, @Nullable String value) {
        if (value != null) {
            text.append(String.format("%-12s %s%n", name, value.replace("\n", "\n" + " ".repeat(13))));
        }
    }
}
