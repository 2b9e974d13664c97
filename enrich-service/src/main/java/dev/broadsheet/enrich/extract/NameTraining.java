package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Divisions;
import dev.broadsheet.chinese.Segmenter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Learns what the names of articles look like, from printed articles with labels and from marked ones that were written for it. */
public final class NameTraining {
    /** Of the weights of a clue one must be larger for the clue to be kept. */
    private static final float SMALLEST = 0.05f;

    private final Segmenter segmenter = Segmenter.create();
    private final Divisions divisions = Divisions.load();
    private final EntityFinder finder = new EntityFinder(divisions, NameWeights.of(Map.of()));
    private final Map<LabelledArticle, List<NameExample>> examples = new LinkedHashMap<>();

    /** IOException, in words for a person, where a marked text cannot be read. */
    public NameTraining(List<LabelledArticle> printed, Path marked) throws IOException {
        List<LabelledArticle> all = new ArrayList<>(printed);
        all.addAll(MarkedText.readAll(marked));
        List<List<NameExample>> read = all.parallelStream().map(this::examples).toList();
        for (int i = 0; i < all.size(); i++) {
            examples.put(all.get(i), read.get(i));
        }
    }

    /**
     * The text of name-weights.tsv, learned from everything. The same articles give the same text on any machine. The second line has
     * {@link #pull} at these weights, by which a minute later anybody sees that they and the articles belong together.
     */
    public String weights() {
        StringBuilder table = new StringBuilder("# clue");
        for (EntityType type : EntityType.values()) {
            table.append('\t').append(type);
        }
        Map<Long, float[]> learned = learned(page -> true);
        table.append("\n# pull\t")
                .append(String.format(Locale.ROOT, "%.6f", pull(learned)))
                .append('\n');
        learned.forEach((clue, vector) -> {
            table.append(Clue.name(clue));
            for (float weight : vector) {
                table.append('\t').append(weight == 0 ? "0" : String.format(Locale.ROOT, "%.2f", weight));
            }
            table.append('\n');
        });
        return table.toString();
    }

    /** {@link NameLearner#pull} of all articles at these weights. */
    double pull(Map<Long, float[]> weights) {
        return new NameLearner(examples(page -> true)).pull(weights);
    }

    /**
     * How well the names of each printed page are found by what was learned without it, and of the pages that
     * {@link LabelledArticle#pages} chooses alone.
     */
    public NameScores leaveOneOut(String only) {
        NameScores scores = new NameScores();
        List<String> pages = LabelledArticle.pages(examples.keySet(), only);
        for (String page : pages) {
            score(
                    new Extractor(segmenter, divisions, NameWeights.of(learned(other -> !other.equals(page)))),
                    page,
                    scores);
        }
        return scores;
    }

    private void score(Extractor extractor, String page, NameScores scores) {
        examples.keySet().stream()
                .filter(article -> article.page().equals(page))
                .forEach(article ->
                        scores.add(article, extractor.extract(article.article()).entities()));
    }

    /** Rounded as in the file, so that what is measured is what the file would do. */
    private Map<Long, float[]> learned(Predicate<String> pages) {
        Map<Long, float[]> kept = new TreeMap<>();
        new NameLearner(examples(pages)).learn().forEach((clue, vector) -> {
            boolean matters = false;
            for (int t = 0; t < vector.length; t++) {
                vector[t] = Math.round(vector[t] * 100) / 100f;
                matters |= Math.abs(vector[t]) >= SMALLEST;
            }
            if (matters) {
                kept.put(clue, vector);
            }
        });
        return kept;
    }

    private List<NameExample> examples(Predicate<String> pages) {
        return examples.entrySet().stream()
                .filter(entry -> pages.test(entry.getKey().page()))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    private List<NameExample> examples(LabelledArticle article) {
        ArticleReader reader = new ArticleReader(segmenter, divisions);
        ArticleReader.Reading reading = reader.read(article.article());
        return reading.runs().stream()
                .flatMap(run -> reader.segmented(run).stream())
                .map(sentence -> NameExample.of(
                        article.page(),
                        sentence,
                        finder.rules(sentence, reading.names()),
                        reading.names(),
                        divisions,
                        article.names()))
                .toList();
    }
}
