package dev.broadsheet.enrich;

import dev.broadsheet.enrich.extract.SourceArticle;
import dev.broadsheet.enrich.extract.SourceBlock;
import dev.broadsheet.runtime.ServiceMain;
import dev.broadsheet.system.chaos.Marks;
import java.time.Clock;

/** The enrich service with a core that throws or hangs on marked articles, and is the one of production on all others. */
public final class FaultyEnrichMain {
    private FaultyEnrichMain() {}

    public static void main(String[] args) {
        System.exit(ServiceMain.run(
                "enrich",
                System.getenv(),
                environment ->
                        new EnrichService(EnrichSettings.read(environment), Clock.systemUTC(), core -> article -> {
                            stumble(article);
                            return core.apply(article);
                        })));
    }

    private static void stumble(SourceArticle article) {
        for (SourceBlock block : article.blocks()) {
            Marks.stumble(block.text(), Marks.ENRICH_THROWS, Marks.ENRICH_HANGS);
        }
    }
}
