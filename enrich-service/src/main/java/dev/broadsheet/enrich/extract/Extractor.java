package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Divisions;
import dev.broadsheet.chinese.Segmenter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Article in, entities, figures, region and keywords out. Deterministic, and takes time linear in the text whatever the text is.
 * Any number of threads may share one extractor: it holds read-only vocabularies only.
 */
public final class Extractor {
    /** What one article may report of either; the rest is left out, so that a page of digits cannot fill the heap. */
    static final int MOST_MENTIONS = 20_000;

    private final ArticleReader reader;
    private final EntityFinder finder;
    private final Divisions divisions;

    /** Without an operator's vocabulary. */
    Extractor(Segmenter segmenter, Divisions divisions, NameWeights weights) {
        this(segmenter, divisions, weights, Vocabulary.NONE);
    }

    Extractor(Segmenter segmenter, Divisions divisions, NameWeights weights, Vocabulary vocabulary) {
        this.reader = new ArticleReader(segmenter, divisions);
        this.divisions = divisions;
        this.finder = new EntityFinder(divisions, weights, vocabulary);
    }

    public static Extractor create() {
        return create(Vocabulary.NONE);
    }

    /** One that knows an operator's names as well. */
    public static Extractor create(Vocabulary vocabulary) {
        return create(Divisions.load(), vocabulary);
    }

    /** The same, for divisions that were loaded already. */
    public static Extractor create(Divisions divisions, Vocabulary vocabulary) {
        return new Extractor(Segmenter.create(), divisions, NameWeights.load(), vocabulary);
    }

    public Extraction extract(SourceArticle article) {
        ArticleReader.Reading reading = reader.read(article);
        List<List<Candidate>> found = new ArrayList<>();
        List<MetricMention> metrics = new ArrayList<>();
        for (List<Sentence> run : reading.runs()) {
            for (Sentence sentence : reader.segmented(run)) {
                found.add(read(sentence, reading.names(), metrics));
            }
        }
        List<EntityMention> settled = OneType.of(mentions(reading.sentences(), found));
        String region = RegionChooser.choose(article, settled, divisions);
        return new Extraction(region, settled, about(region, metrics), Keywords.of(article, settled));
    }

    private List<Candidate> read(Sentence sentence, Names names, List<MetricMention> metrics) {
        List<Candidate> found = finder.find(sentence, names);
        List<Span> periods = Periods.find(sentence.text(), sentence.start(), sentence.end());
        List<Quantity> quantities = QuantityScanner.scan(sentence, periods);
        if (!quantities.isEmpty() && metrics.size() < MOST_MENTIONS) {
            metrics.addAll(new MetricReader(sentence, periods, found).read(quantities));
        }
        return found;
    }

    private List<EntityMention> mentions(List<Sentence> sentences, List<List<Candidate>> found) {
        Repeats repeats = Repeats.of(sentences, found);
        List<EntityMention> mentions = new ArrayList<>();
        for (int i = 0; i < found.size() && mentions.size() < MOST_MENTIONS; i++) {
            Sentence sentence = sentences.get(i);
            Stream.concat(found.get(i).stream(), repeats.in(sentence, found.get(i), this::alone).stream())
                    .sorted(Comparator.comparingInt(Candidate::start).thenComparingInt(Candidate::end))
                    .limit(MOST_MENTIONS - mentions.size())
                    .forEach(name -> mentions.add(EntityFinder.mention(sentence, name)));
        }
        return mentions;
    }

    private Sentence alone(Sentence sentence) {
        return reader.segmented(List.of(sentence)).get(0);
    }

    /** Figures that name no subject are about the article's region. */
    private static List<MetricMention> about(@Nullable String region, List<MetricMention> metrics) {
        return region == null
                ? metrics
                : metrics.stream().map(metric -> metric.about(region)).toList();
    }
}
