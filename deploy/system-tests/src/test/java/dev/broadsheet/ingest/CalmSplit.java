package dev.broadsheet.ingest;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.Page;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.SplitResult;
import dev.broadsheet.ingest.split.PageSplitter;
import dev.broadsheet.ingest.text.PageText;
import java.nio.charset.CharacterCodingException;

/** What splitting makes of an issue where nothing dies: the pure core and the mapping alone. One thread. */
public final class CalmSplit {
    private final PageSplitter splitter = new PageSplitter();

    /** {@code extractor}: the version that the records carry. */
    public SplitResult of(RawIssue issue, String extractor) {
        try {
            String text = PageText.decode(issue.getContent(), issue.getCharset());
            return new SplitMapping(extractor).result(issue, splitter.split(text));
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("the intake lets nothing through that cannot be decoded", e);
        }
    }

    /** What retracts an article of an earlier version of the page. */
    public static Article retracted(String articleId, Page successor) {
        return new SplitMapping(successor.getExtractor()).retracted(articleId, successor);
    }
}
