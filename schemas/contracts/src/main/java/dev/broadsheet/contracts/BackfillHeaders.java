package dev.broadsheet.contracts;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Headers of the records of issues.backfill: the generation, and the page that stands, whose pageId is kept. */
public final class BackfillHeaders {
    private static final String PAGE_ID = "page-id";

    private BackfillHeaders() {}

    public static Headers of(String pageId, long generation) {
        return new RecordHeaders()
                .add(PAGE_ID, pageId.getBytes(StandardCharsets.UTF_8))
                .add(SubscriberHeaders.GENERATION, Long.toString(generation).getBytes(StandardCharsets.UTF_8));
    }

    /** Empty where somebody else wrote the record; its pageId is then what the splitter reads. */
    public static Optional<String> pageId(Headers headers) {
        return text(headers, PAGE_ID);
    }

    /** 0 where there is none. */
    public static long generation(Headers headers) {
        return text(headers, SubscriberHeaders.GENERATION).map(Long::valueOf).orElse(0L);
    }

    /** A copy without them, for topics that others read. */
    public static Headers without(Headers headers) {
        return new RecordHeaders(headers).remove(PAGE_ID).remove(SubscriberHeaders.GENERATION);
    }

    private static Optional<String> text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? Optional.empty() : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }
}
