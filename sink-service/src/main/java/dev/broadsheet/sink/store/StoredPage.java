package dev.broadsheet.sink.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page in one version. {@code articleIds} in printed order; a page that no longer stands is not current. {@code arrivedAt}: null where unknown. */
public record StoredPage(
        String pageId,
        Version version,
        boolean current,
        Origin origin,
        Imprint imprint,
        long fileSize,
        Instant modifiedAt,
        @Nullable Instant arrivedAt,
        List<PageLine> lines,
        List<TextBlock> furniture,
        List<String> articleIds,
        double confidence,
        String extractor)
        implements Change {}
