package dev.broadsheet.sink.console.read;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.broadsheet.sink.console.Json;
import dev.broadsheet.sink.text.Terms;
import dev.broadsheet.sink.text.Terms.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stretch of an article's text around the first place that was searched for, with all such places in it. A pure function. */
final class Snippet {
    private static final int LENGTH = 120;
    private static final int BEFORE = 30;

    private Snippet() {}

    static ObjectNode of(String text, Terms terms) {
        List<Span> hits = terms.hits(text);
        int start = hits.isEmpty() ? 0 : whole(text, Math.max(0, hits.get(0).start() - BEFORE));
        int end = whole(text, Math.min(text.length(), start + LENGTH));
        ObjectNode snippet = Json.object();
        snippet.put("text", text.substring(start, end).replace('\n', ' '));
        ArrayNode marks = snippet.putArray("hits");
        hits.stream()
                .filter(hit -> hit.start() >= start && hit.end() <= end)
                .forEach(hit -> marks.addArray().add(hit.start() - start).add(hit.end() - start));
        return snippet;
    }

    static ArrayNode hits(@Nullable String text, Terms terms) {
        ArrayNode marks = Json.array();
        if (text != null) {
            terms.hits(text).forEach(hit -> marks.addArray().add(hit.start()).add(hit.end()));
        }
        return marks;
    }

    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
