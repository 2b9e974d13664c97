package dev.broadsheet.contracts;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Headers that repeat what subscribers filter by, as UTF-8 text, so that a record can be passed over without decoding it.
 * What is not known is left out. A trace context is passed on; so is, as far as the producer, what is replayed.
 */
public final class SubscriberHeaders {
    public static final String FEED = "feed";
    public static final String PUBLICATION = "publication";
    public static final String REGION = "region";
    public static final String KIND = "kind";
    public static final String CONFIDENCE = "confidence";
    public static final String GENERATION = "generation";
    public static final String TRACEPARENT = "traceparent";

    private final Headers headers = new RecordHeaders();

    private SubscriberHeaders() {}

    /** Headers of a page's record; {@code incoming} gives the trace context. */
    public static Headers of(Page page, Headers incoming) {
        return new SubscriberHeaders()
                .text(FEED, page.getDelivery().getFeed())
                .text(PUBLICATION, page.getPublication())
                .confidence(page.getConfidence())
                .text(GENERATION, Long.toString(page.getVersion().getGeneration()))
                .trace(incoming);
    }

    /** Headers of an article's record. */
    public static Headers of(Article article, Headers incoming) {
        return new SubscriberHeaders().article(article).trace(incoming);
    }

    /** Headers of an enriched article's record, and of its metrics'. */
    public static Headers of(Article article, @Nullable Region region, Headers incoming) {
        return new SubscriberHeaders()
                .article(article)
                .text(REGION, region == null ? null : region.getCode())
                .trace(incoming);
    }

    /** Headers of a series' record: those of the report that is its newest. */
    public static Headers of(LatestMetric latest, Headers incoming) {
        return new SubscriberHeaders()
                .text(PUBLICATION, latest.getPublication())
                .text(
                        REGION,
                        latest.getRegion() == null ? null : latest.getRegion().getCode())
                .text(GENERATION, Long.toString(latest.getVersion().getGeneration()))
                .trace(incoming);
    }

    /** Headers of a tombstone: nothing but the trace context. */
    public static Headers ofTombstone(Headers incoming) {
        return new SubscriberHeaders().trace(incoming);
    }

    /** Headers of a project's record; it has many articles, so only its place is told. */
    public static Headers of(Project project, Headers incoming) {
        return new SubscriberHeaders().text(REGION, project.getPlaceCode()).trace(incoming);
    }

    private SubscriberHeaders article(Article article) {
        return text(FEED, article.getFeed())
                .text(PUBLICATION, article.getPublication())
                .text(KIND, article.getKind().name())
                .confidence(article.getConfidence())
                .text(GENERATION, Long.toString(article.getVersion().getGeneration()));
    }

    private SubscriberHeaders confidence(double confidence) {
        return text(CONFIDENCE, String.format(Locale.ROOT, "%.2f", confidence));
    }

    private SubscriberHeaders text(String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, value.getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    private Headers trace(Headers incoming) {
        Header context = incoming.lastHeader(TRACEPARENT);
        if (context != null) {
            headers.add(context);
        }
        Replay.pass(incoming, headers);
        return headers;
    }
}
