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
 * Any number of threads may share one extractor; it holds read-only vocabularies only.
 */
public final class Extractor {
    /** What one article may report of either; the rest is left out, so that a page of digits cannot fill the heap. */
    static final int MOST_MENTIONS = 20_000;

    private final Segmenter segmenter;
    private final EntityFinder entities;
    private final Divisions divisions;

    public Extractor(Segmenter segmenter, Recogniser recogniser, Divisions divisions) {
        this.segmenter = segmenter;
        this.divisions = divisions;
        this.entities = new EntityFinder(recogniser, divisions);
    }

    public static Extractor create() {
        return new Extractor(Segmenter.create(), Recogniser.create(), Divisions.load());
    }

    public Extraction extract(SourceArticle article) {
        Names names = new Names(article.bylines());
        List<List<EntityFinder.Found>> found = new ArrayList<>();
        List<EntityMention> mentions = new ArrayList<>();
        for (int block = 0; block < article.blocks().size(); block++) {
            found.add(entitiesOf(article.blocks().get(block), block, names, mentions));
        }
        mentions = OneType.of(mentions);
        Region region = RegionChooser.choose(article, mentions, divisions);
        String subject = region == null ? null : region.name();
        List<MetricMention> metrics = new ArrayList<>();
        for (List<EntityFinder.Found> sentences : found) {
            for (EntityFinder.Found sentence : sentences) {
                if (metrics.size() < MOST_MENTIONS) {
                    metrics.addAll(metricsOf(sentence, subject));
                }
            }
        }
        return new Extraction(region, mentions, metrics, Keywords.of(article, mentions));
    }

    private List<EntityFinder.Found> entitiesOf(
            SourceBlock block, int index, Names names, List<EntityMention> mentions) {
        boolean headline = isHeadline(block.role());
        FlatText flat = FlatText.of(block.text(), headline);
        List<EntityFinder.Found> found = new ArrayList<>();
        for (Span span : Sentences.of(flat.text())) {
            Sentence sentence = new Sentence(flat, index, headline, span.start(), span.end(), tokens(flat, span));
            EntityFinder.Found here = entities.find(sentence, names);
            found.add(here);
            for (Candidate candidate : here.entities()) {
                if (mentions.size() < MOST_MENTIONS) {
                    mentions.add(entities.mention(sentence, candidate));
                }
            }
        }
        return found;
    }

    private static List<MetricMention> metricsOf(EntityFinder.Found found, @Nullable String region) {
        Sentence sentence = found.sentence();
        List<Span> periods = Periods.find(sentence.text(), sentence.start(), sentence.end());
        List<Quantity> quantities = QuantityScanner.scan(sentence, periods);
        return quantities.isEmpty()
                ? List.of()
                : new MetricReader(sentence, periods, found.entities(), region).read(quantities);
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
