package dev.broadsheet.enrich.extract;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One extractor for all tests, because its vocabularies take a second to load, and articles of one block. */
final class Extractors {
    static final Extractor SHARED = Extractor.create();

    private Extractors() {}

    static Extraction read(String body) {
        return SHARED.extract(article(null, List.of(), body));
    }

    /** A body in the paper of that day. */
    static Extraction dated(LocalDate issueDate, String body) {
        return SHARED.extract(new SourceArticle(
                "NEWS", null, null, null, null, List.of(), List.of(new SourceBlock("BODY", body)), issueDate, null));
    }

    static SourceArticle article(@Nullable String title, List<SourceByline> bylines, String... bodies) {
        List<SourceBlock> blocks = new java.util.ArrayList<>();
        if (title != null) {
            blocks.add(new SourceBlock("TITLE", title));
        }
        for (String body : bodies) {
            blocks.add(new SourceBlock("BODY", body));
        }
        return new SourceArticle("NEWS", null, null, title, null, bylines, blocks, null, null);
    }
}
