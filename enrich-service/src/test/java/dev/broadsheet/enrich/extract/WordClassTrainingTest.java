package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WordClassTrainingTest {
    @Test
    @Tag("training")
    @DisplayName("the classes in use are exactly what train-words writes")
    void areWhatIsLearned() throws IOException {
        try (InputStream in = Objects.requireNonNull(WordClasses.class.getResourceAsStream("word-classes.tsv"))) {
            String inUse = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(new WordClassTraining(MarkedTextTest.CORPUS).table().equals(inUse))
                    .as("learn again: train-words, train-names, train-figures")
                    .isTrue();
        }
    }

    @Test
    @DisplayName("each word in use has a class of each sorting, others have none")
    void classes() {
        WordClasses classes = WordClasses.load();
        long held = classes.of("举行");
        assertThat(WordClasses.of(held, 0)).isBetween(1, 32);
        assertThat(WordClasses.of(held, 1)).isBetween(33, 132);
        assertThat(WordClasses.of(held, 2)).isBetween(133, 432);
        assertThat(WordClasses.of(held, 3)).isBetween(433, 1432);
        assertThat(WordClasses.of(classes.of("公斤"), 3)).isEqualTo(WordClasses.of(classes.of("吨"), 3));
        assertThat(classes.of("没有这个词")).isZero();
    }

    @Test
    @DisplayName("words that keep the same company are of one class, others are not")
    void company() {
        WordCompany company = new WordCompany();
        for (String verb : List.of("举行", "召开")) {
            for (String around : List.of("今日", "昨日", "上午")) {
                company.met(around, verb, 5);
                company.met(verb, around + "会", 5);
            }
        }
        for (String place : List.of("东县", "西县")) {
            for (String around : List.of("省", "市", "州")) {
                company.met(around, place, 5);
                company.met(place, around + "府", 5);
            }
        }
        company.met("甲", "乙", 9);
        WordCompany common = company.common(2);

        int[] groups = VectorGroups.of(WordVectors.of(common.information(), 2), 2);

        List<String> words = common.words();
        assertThat(words).contains("举行", "东县").doesNotContain("甲", "乙");
        assertThat(groups[words.indexOf("举行")]).isEqualTo(groups[words.indexOf("召开")]);
        assertThat(groups[words.indexOf("东县")]).isEqualTo(groups[words.indexOf("西县")]);
        assertThat(groups[words.indexOf("东县")]).isNotEqualTo(groups[words.indexOf("举行")]);
    }

    @Test
    @DisplayName("information is how much more often than by chance, none where it is less often")
    void information() {
        WordCompany company = new WordCompany();
        company.met("甲", "乙", 3);
        company.met("甲", "丙", 1);
        company.met("丁", "丙", 4);
        double[][] identity = new double[8][8];
        for (int i = 0; i < 8; i++) {
            identity[i][i] = 1;
        }

        double[][] rows = company.information().times(identity);

        int first = company.words().indexOf("甲");
        int second = company.words().indexOf("乙");
        double share = Math.pow(3, 0.75) / (Math.pow(3, 0.75) + Math.pow(5, 0.75));
        assertThat(rows[first][second]).isCloseTo(Math.log(0.75 / share), within(1e-6));
        assertThat(rows[first][company.words().indexOf("丙")]).isZero();
        assertThat(rows[second][4 + first]).isCloseTo(Math.log(2), within(1e-6));
    }

    @Test
    @DisplayName("columns are made orthogonal, a root times its transpose is the matrix")
    void algebra() {
        Random random = new Random(7);
        double[][] rows = new double[50][3];
        for (double[] row : rows) {
            row[0] = random.nextDouble();
            row[1] = row[0] + random.nextDouble() / 100;
            row[2] = random.nextDouble();
        }
        double[][] gram = Dense.gram(rows);
        double[][] root = Dense.root(gram);
        assertThat(root[2][0] * root[1][0] + root[2][1] * root[1][1]).isCloseTo(gram[2][1], within(1e-9));

        Dense.orthonormalize(rows);

        double[][] unit = Dense.gram(rows);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(unit[i][j]).isCloseTo(i == j ? 1 : 0, within(1e-6));
            }
        }
    }
}
