package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Divisions;
import dev.broadsheet.chinese.Segmenter;
import java.util.ArrayList;
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
    private final FigureWeights weights;
    private final int most;

    /** Without an operator's vocabulary. */
    Extractor(Segmenter segmenter, Divisions divisions, NameWeights weights) {
        this(segmenter, divisions, weights, Vocabulary.NONE);
    }

    Extractor(Segmenter segmenter, Divisions divisions, NameWeights weights, Vocabulary vocabulary) {
        this(segmenter, divisions, weights, FigureWeights.load(), vocabulary, MOST_MENTIONS);
    }

    private Extractor(
            Segmenter segmenter,
            Divisions divisions,
            NameWeights names,
            FigureWeights figures,
            Vocabulary vocabulary,
            int most) {
        this.reader = new ArticleReader(segmenter, divisions);
        this.divisions = divisions;
        this.most = most;
        this.finder = new EntityFinder(divisions, names, vocabulary);
        this.weights = figures;
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
        return new Extractor(Segmenter.create(), divisions, NameWeights.load(), FigureWeights.load(), vocabulary, most);
    }

    /** One that reads figures by these weights. */
    static Extractor with(Divisions divisions, FigureWeights weights) {
        return new Extractor(
                Segmenter.create(), divisions, NameWeights.load(), weights, Vocabulary.NONE, MOST_MENTIONS);
    }

    public Extraction extract(SourceArticle article) {
        ReadArticle read = read(article);
        return new Extraction(
                read.region(), read.entities(), subjects(read), Keywords.of(article, read.entities()), read.leftOut());
    }

    /** Everything but whom the figures are about. */
    ReadArticle read(SourceArticle article) {
        ArticleReader.Reading reading = reader.read(article);
        Capped<Figure> figures = new Capped<>(most);
        List<ReadSentence> sentences = sentences(article, reading, figures);
        List<List<Candidate>> names = withRepeats(reading.sentences(), sentences);
        Capped<EntityMention> mentions = mentions(reading.sentences(), names);
        List<EntityMention> settled = OneType.of(article.blocks(), mentions.kept());
        return new ReadArticle(
                sentences,
                names,
                settled,
                RegionChooser.choose(article, settled, divisions),
                new LeftOut(mentions.leftOut(), figures.leftOut()));
    }

    private List<ReadSentence> sentences(SourceArticle article, ArticleReader.Reading reading, Capped<Figure> figures) {
        List<ReadSentence> read = new ArrayList<>();
        PeriodAnchor anchor = PeriodAnchor.of(article, reading.sentences());
        IndicatorReader indicators = new IndicatorReader(weights);
        @Nullable SentencePeriods periods = null;
        @Nullable StatusReader statuses = null;
        for (List<Sentence> run : reading.runs()) {
            for (Sentence sentence : reader.segmented(run)) {
                List<Candidate> names = finder.find(sentence, reading.names());
                periods = periods(sentence, anchor, periods);
                statuses = StatusReader.of(sentence, periods.statusCues(), statuses);
                MetricReader metrics = new MetricReader(sentence, periods, statuses, names, indicators);
                List<Figure> own = figures(QuantityScanner.scan(sentence, periods.spans(), names), metrics, figures);
                Sentence kept = own.isEmpty() ? reading.sentences().get(read.size()) : sentence;
                read.add(new ReadSentence(kept, names, periods.spans(), own));
            }
        }
        return read;
    }

    private static SentencePeriods periods(Sentence sentence, PeriodAnchor anchor, @Nullable SentencePeriods before) {
        List<WrittenPeriod> found = Periods.find(sentence.text(), sentence.start(), sentence.end());
        return SentencePeriods.of(sentence, found, anchor, before);
    }

    private static List<Figure> figures(List<Quantity> quantities, MetricReader metrics, Capped<Figure> all) {
        if (quantities.isEmpty() || all.isFull()) {
            all.leaveOut(quantities.size());
            return List.of();
        }
        int before = all.kept().size();
        all.addAll(metrics.read(quantities));
        return List.copyOf(all.kept().subList(before, all.kept().size()));
    }

    /** The names of each sentence, those too that only another sentence tells for names. */
    private List<List<Candidate>> withRepeats(List<Sentence> sentences, List<ReadSentence> read) {
        List<List<Candidate>> found = read.stream().map(ReadSentence::names).toList();
        Repeats repeats = Repeats.of(sentences, found);
        List<List<Candidate>> names = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            List<Candidate> more = repeats.in(sentences.get(i), found.get(i), this::alone);
            names.add(more.isEmpty() ? found.get(i) : joined(found.get(i), more));
        }
        return names;
    }

    private static List<Candidate> joined(List<Candidate> found, List<Candidate> more) {
        return Stream.concat(found.stream(), more.stream())
                .sorted(Candidate.IN_READING_ORDER)
                .toList();
    }

    private Capped<EntityMention> mentions(List<Sentence> sentences, List<List<Candidate>> names) {
        Capped<EntityMention> mentions = new Capped<>(most);
        for (int i = 0; i < names.size(); i++) {
            Sentence sentence = sentences.get(i);
            mentions.addAll(names.get(i).stream()
                    .map(name -> EntityFinder.mention(sentence, name))
                    .toList());
        }
        return mentions;
    }

    private List<MetricMention> subjects(ReadArticle read) {
        SubjectReader subjects = new SubjectReader(weights, new Topics(divisions, read.region()));
        List<MetricMention> metrics = new ArrayList<>();
        for (int i = 0; i < read.sentences().size(); i++) {
            metrics.addAll(subjects.read(read.sentences().get(i), read.names().get(i)));
        }
        return metrics;
    }

    private Sentence alone(Sentence sentence) {
        return reader.segmented(List.of(sentence)).get(0);
    }
}
