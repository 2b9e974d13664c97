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
    /** What one article may report of either, unless set otherwise; the rest is counted and left out, so that a page of digits cannot fill the heap. */
    public static final int MOST_MENTIONS = 20_000;

    private final ArticleReader reader;
    private final EntityFinder finder;
    private final Divisions divisions;
    private final int most;

    /** Without an operator's vocabulary. */
    Extractor(Segmenter segmenter, Divisions divisions, NameWeights weights) {
        this(segmenter, divisions, weights, Vocabulary.NONE);
    }

    Extractor(Segmenter segmenter, Divisions divisions, NameWeights weights, Vocabulary vocabulary) {
        this(segmenter, divisions, weights, vocabulary, MOST_MENTIONS);
    }

    private Extractor(Segmenter segmenter, Divisions divisions, NameWeights weights, Vocabulary vocabulary, int most) {
        this.reader = new ArticleReader(segmenter, divisions);
        this.divisions = divisions;
        this.most = most;
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
        return create(divisions, vocabulary, MOST_MENTIONS);
    }

    /** The same, reporting at most so many entities and so many figures of one article. */
    public static Extractor create(Divisions divisions, Vocabulary vocabulary, int most) {
        return new Extractor(Segmenter.create(), divisions, NameWeights.load(), vocabulary, most);
    }

    public Extraction extract(SourceArticle article) {
        ArticleReader.Reading reading = reader.read(article);
        List<List<Candidate>> found = new ArrayList<>();
        Capped<MetricMention> metrics = new Capped<>(most);
        PeriodAnchor anchor = PeriodAnchor.of(article, reading.sentences());
        @Nullable SentencePeriods periods = null;
        for (List<Sentence> run : reading.runs()) {
            for (Sentence sentence : reader.segmented(run)) {
                List<Candidate> names = finder.find(sentence, reading.names());
                periods = periods(sentence, anchor, periods);
                readMetrics(sentence, periods, names, metrics);
                found.add(names);
            }
        }
        Capped<EntityMention> mentions = mentions(reading.sentences(), found);
        List<EntityMention> settled = OneType.of(mentions.kept());
        String region = RegionChooser.choose(article, settled, divisions);
        return new Extraction(
                region,
                settled,
                about(region, metrics.kept()),
                Keywords.of(article, settled),
                new LeftOut(mentions.leftOut(), metrics.leftOut()));
    }

    private static SentencePeriods periods(Sentence sentence, PeriodAnchor anchor, @Nullable SentencePeriods before) {
        List<WrittenPeriod> found = Periods.find(sentence.text(), sentence.start(), sentence.end());
        return SentencePeriods.of(sentence, found, anchor, before);
    }

    private static void readMetrics(
            Sentence sentence, SentencePeriods periods, List<Candidate> names, Capped<MetricMention> metrics) {
        List<Quantity> quantities = QuantityScanner.scan(sentence, periods.spans());
        if (metrics.isFull()) {
            metrics.leaveOut(quantities.size());
        } else if (!quantities.isEmpty()) {
            metrics.addAll(new MetricReader(sentence, periods, names).read(quantities));
        }
    }

    private Capped<EntityMention> mentions(List<Sentence> sentences, List<List<Candidate>> found) {
        Repeats repeats = Repeats.of(sentences, found);
        Capped<EntityMention> mentions = new Capped<>(most);
        for (int i = 0; i < found.size(); i++) {
            Sentence sentence = sentences.get(i);
            mentions.addAll(
                    Stream.concat(found.get(i).stream(), repeats.in(sentence, found.get(i), this::alone).stream())
                            .sorted(Comparator.comparingInt(Candidate::start).thenComparingInt(Candidate::end))
                            .map(name -> EntityFinder.mention(sentence, name))
                            .toList());
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
