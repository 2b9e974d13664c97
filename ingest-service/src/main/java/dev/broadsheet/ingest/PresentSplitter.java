package dev.broadsheet.ingest;

import dev.broadsheet.chinese.Seams;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.SplitResult;
import dev.broadsheet.ingest.split.PageSplitter;
import dev.broadsheet.ingest.text.PageText;
import dev.broadsheet.runtime.ExtractorVersion;
import java.io.IOException;

/** The splitter as the service runs it, on one issue and without Kafka: what a reprocessing run would bring. Any thread. */
public final class PresentSplitter {
    private final PageSplitter splitter = new PageSplitter();
    private final SplitMapping mapping = new SplitMapping(version());

    /** The page and its articles under the pageId given. Throws IOException where the bytes are not in the issue's charset. */
    public SplitResult split(RawIssue issue, String pageId) throws IOException {
        String text = PageText.decode(issue.getContent(), issue.getCharset());
        return SplitMapping.under(pageId, mapping.result(issue, splitter.split(text)));
    }

    /** Hash of the splitter's code, vocabularies and weights. */
    static String version() {
        return ExtractorVersion.combine(
                ExtractorVersion.of(
                        PageSplitter.class,
                        "dev/broadsheet/ingest/split",
                        "dev/broadsheet/ingest/text",
                        SplitMapping.class.getName()),
                ExtractorVersion.of(Seams.class, "dev/broadsheet/chinese"));
    }
}
