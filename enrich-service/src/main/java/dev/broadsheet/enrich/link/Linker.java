package dev.broadsheet.enrich.link;

import dev.broadsheet.chinese.Divisions;
import dev.broadsheet.enrich.extract.Extraction;
import dev.broadsheet.enrich.extract.Extractor;
import dev.broadsheet.enrich.extract.SourceArticle;
import dev.broadsheet.enrich.extract.Vocabulary;

/**
 * Reads an article and links what it names: places to divisions, bodies to their place, short names to long ones, persons to their
 * role. A pure function of the article and the vocabularies; any number of threads may share one.
 */
public final class Linker {
    private final Extractor extractor;
    private final Atlas atlas;
    private final Aliases aliases = Aliases.load();

    private Linker(Extractor extractor, Divisions divisions) {
        this.extractor = extractor;
        this.atlas = new Atlas(divisions);
    }

    public static Linker create() {
        return create(Vocabulary.NONE);
    }

    /** One that knows an operator's names as well. */
    public static Linker create(Vocabulary vocabulary) {
        return create(vocabulary, Extractor.MOST_MENTIONS);
    }

    /** The same, reporting at most so many entities and so many figures of one article. */
    public static Linker create(Vocabulary vocabulary, int most) {
        Divisions divisions = Divisions.load();
        return new Linker(Extractor.create(divisions, vocabulary, most), divisions);
    }

    public LinkedArticle read(SourceArticle article) {
        return link(article, extractor.extract(article));
    }

    /** Links what was extracted from this very article. */
    LinkedArticle link(SourceArticle article, Extraction extraction) {
        String name = extraction.region();
        ArticleLinks links = new ArticleLinks(article, extraction.entities(), name, atlas, aliases);
        return new LinkedArticle(
                name == null ? null : new LinkedRegion(name, links.region()),
                links.entities(),
                extraction.metrics(),
                extraction.keywords(),
                extraction.leftOut());
    }
}
