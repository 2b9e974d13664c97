package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.chinese.Divisions;
import dev.broadsheet.chinese.Segmenter;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is learned from is what is picked by: sums shared by many stretches are those of each stretch's clues. */
class EdgeSumsTest {
    private static final String TEXT = "惠济区召开“青禾七步”工作法现场会，区委书记王小满说，河南青禾生物科技有限公司年产5万吨项目将于6月投产。";
    private static final int TYPES = NameWeights.TYPES;

    private final Divisions divisions = Divisions.load();
    private final ArticleReader.Reading reading =
            new ArticleReader(Segmenter.create(), divisions).read(Extractors.article(null, List.of(), TEXT));
    private final Sentence sentence = new ArticleReader(Segmenter.create(), divisions)
            .segmented(reading.runs().get(0))
            .get(0);
    private final List<Candidate> rules =
            new EntityFinder(divisions, NameWeights.of(Map.of())).rules(sentence, reading.names());
    private final NameExample example = NameExample.of("", sentence, rules, reading.names(), divisions, Map.of());

    /** A weight for every second clue. */
    private Map<Long, float[]> weights() {
        Random random = new Random(7);
        Map<Long, float[]> weights = new TreeMap<>();
        for (int i = 0; i < example.spans().length; i++) {
            for (long[] clues : example.clues(i)) {
                for (long clue : clues) {
                    weights.computeIfAbsent(clue, any -> vector(random));
                }
            }
        }
        weights.keySet().removeIf(clue -> clue % 2 == 0);
        return weights;
    }

    private static float[] vector(Random random) {
        float[] vector = new float[TYPES];
        for (int t = 0; t < TYPES; t++) {
            vector[t] = (random.nextInt(1001) - 500) / 100f;
        }
        return vector;
    }

    private int[] oneByOne(Map<Long, float[]> weights, int span) {
        int[] sums = new int[TYPES];
        for (long[] clues : example.clues(span)) {
            for (long clue : clues) {
                float[] vector = weights.getOrDefault(clue, new float[TYPES]);
                for (int t = 0; t < TYPES; t++) {
                    sums[t] += Math.round(vector[t] * 100);
                }
            }
        }
        return sums;
    }

    @Test
    @DisplayName(
            "edges, joints, forms, shapes and words kept from earlier sentences add up to the clues of each stretch, the second time too")
    void addUp() {
        Map<Long, float[]> learned = weights();
        NameWeights weights = NameWeights.of(learned);
        WordVotes words = new WordVotes(weights);
        CaseSums forms = new CaseSums(weights, StretchForm.COUNT, StretchForm::clues);
        CaseSums shapes = new CaseSums(weights, StretchShape.COUNT, StretchShape::clues);
        assertThat(example.spans()).hasSizeGreaterThan(50);
        for (int round = 0; round < 2; round++) {
            WordVotes.Votes[] votes = words.of(sentence);
            Clues clues = new Clues(sentence, WordVotes.kinds(votes), rules, divisions, reading.names());
            EdgeSums edges = new EdgeSums(sentence, clues, weights, votes, example.spans());
            for (int i = 0; i < example.spans().length; i++) {
                int start = Proposals.start(example.spans()[i]);
                int end = Proposals.end(example.spans()[i]);
                int[] sums = new int[TYPES];
                edges.of(start, end, sums);
                int shape = clues.shape(start, end);
                forms.add(clues.form(start, end), sums);
                shapes.add(shape, sums);
                weights.add(clues.others(start, end, shape), sums, 0);
                assertThat(sums).as(TEXT.substring(start, end)).isEqualTo(oneByOne(learned, i));
            }
        }
    }
}
