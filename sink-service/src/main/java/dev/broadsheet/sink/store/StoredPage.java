package dev.broadsheet.sink.store;

import java.time.Instant;
import java.util.List;

/** One page in one version. {@code articleIds} in printed order; a page that no longer stands is not current. */
public record StoredPage(
        String pageId,
        Version version,
        boolean current,
        Origin origin,
        Imprint imprint,
        long fileSize,
        Instant modifiedAt,
        List<PageLine> lines,
        List<TextBlock> furniture,
        List<String> articleIds,
        double confidence,
        String extractor)
        implements Change {}
