package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Divisions;
import dev.broadsheet.chinese.Recogniser;
import dev.broadsheet.chinese.Segmenter;
import dev.broadsheet.chinese.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Article in, entities, figures, region and keywords out. Deterministic, and takes time linear in the text whatever the text is.
 * Any number of threads may share one extractor: it holds read-only vocabularies only.
 */
public final class Extractor {
    /** What one article may report of either; the rest is left out, so that a page of digits cannot fill the heap. */
    static final int MOST_MENTIONS = 20_000;

    private final Segmenter segmenter;
    private final EntityFinder finder;
    private final Divisions divisions;

    public Extractor(Segmenter segmenter, Recogniser recogniser, Divisions divisions) {
        this.segmenter = segmenter;
        this.divisions = divisions;
        this.finder = new EntityFinder(recogniser, divisions);
    }

    public static Extractor create() {
        return new Extractor(Segmenter.create(), Recogniser.create(), Divisions.load());
    }

    public Extraction extract(SourceArticle article) {
        List<FlatText> texts = article.blocks().stream()
                .map(block -> FlatText.of(block.text(), isHeadline(block.role())))
                .toList();
        Names names = new Names(article.bylines(), ShortPlaces.of(texts, divisions));
        List<EntityMention> entities = new ArrayList<>();
        List<MetricMention> metrics = new ArrayList<>();
        for (int block = 0; block < texts.size(); block++) {
            FlatText text = texts.get(block);
            for (Span span : Sentences.of(text.text())) {
                read(new Sentence(text, block, span.start(), span.end(), tokens(text, span)), names, entities, metrics);
            }
        }
        List<EntityMention> settled = OneType.of(entities);
        Region region = RegionChooser.choose(article, settled, divisions);
        return new Extraction(region, settled, about(region, metrics), Keywords.of(article, settled));
    }

    private void read(Sentence sentence, Names names, List<EntityMention> entities, List<MetricMention> metrics) {
        List<Candidate> found = finder.find(sentence, names);
        for (Candidate candidate : found) {
            if (entities.size() < MOST_MENTIONS) {
                entities.add(finder.mention(sentence, candidate));
            }
        }
        List<Span> periods = Periods.find(sentence.text(), sentence.start(), sentence.end());
        List<Quantity> quantities = QuantityScanner.scan(sentence, periods);
        if (!quantities.isEmpty() && metrics.size() < MOST_MENTIONS) {
            metrics.addAll(new MetricReader(sentence, periods, found).read(quantities));
        }
    }

    /** Figures that name no subject are about the article's region. */
    private static List<MetricMention> about(@Nullable Region region, List<MetricMention> metrics) {
        return region == null
                ? metrics
                : metrics.stream().map(metric -> metric.about(region.name())).toList();
    }

    private List<Token> tokens(FlatText flat, Span span) {
        List<Token> tokens = segmenter.segment(flat.text().substring(span.start(), span.end()));
        List<Token> shifted = new ArrayList<>(tokens.size());
        for (Token token : tokens) {
            shifted.add(new Token(token.text(), token.tag(), token.start() + span.start(), token.end() + span.start()));
        }
        return shifted;
    }

    private static boolean isHeadline(String role) {
        return switch (role.toUpperCase(Locale.ROOT)) {
            case "TITLE", "KICKER", "SUBTITLE", "SUBHEAD" -> true;
            default -> false;
        };
    }
}
