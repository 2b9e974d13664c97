package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.CountedPairs;
import dev.broadsheet.chinese.Divisions;
import dev.broadsheet.chinese.Segmenter;
import dev.broadsheet.chinese.Token;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Sorts words by the company they keep, from the pairs that HanLP has counted and from marked articles whose marks are not looked at. Words of a
 * class stand for one another where a word itself was never seen beside a name (Miller, Guinness and Zamanian 2004).
 */
public final class WordClassTraining {
    /** How many classes each sorting has. Few and many: they tell different things, and mistakes of one are made good by another. */
    private static final int[] CLASSES = {32, 100, 300, 1000};

    private static final int DIRECTIONS = 100;
    private static final int FEWEST_COMPANY = 3;
    /** Articles are what is to be read; HanLP's newspapers are others, and thirty years old. */
    private static final int OWN_WEIGHT = 2;

    private static final String START = "始##始";
    private static final String END = "末##末";
    private static final String NUMBER = "未##数";
    private static final String PLACEHOLDER = "##";

    private final Segmenter segmenter = Segmenter.create();
    private final Divisions divisions = Divisions.load();
    private final WordCompany company = new WordCompany();

    /** IOException, in words for a person, where a marked text cannot be read. */
    public WordClassTraining(Path marked) throws IOException {
        CountedPairs.visit(company::met);
        List<LabelledArticle> articles = MarkedText.readAll(marked);
        articles.parallelStream().map(this::sentences).toList().forEach(this::meet);
    }

    private List<Sentence> sentences(LabelledArticle article) {
        ArticleReader reader = new ArticleReader(segmenter, divisions);
        return reader.read(article.article()).runs().stream()
                .flatMap(run -> reader.segmented(run).stream())
                .toList();
    }

    private void meet(List<Sentence> sentences) {
        for (Sentence sentence : sentences) {
            String before = START;
            for (Token token : sentence.tokens()) {
                String word = FlatText.isDigit(token.text().charAt(0)) ? NUMBER : token.text();
                company.met(before, word, OWN_WEIGHT);
                before = word;
            }
            company.met(before, END, OWN_WEIGHT);
        }
    }

    /** The text of word-classes.tsv. The same articles give the same text on any machine. */
    public String table() {
        return table(company.common(FEWEST_COMPANY));
    }

    private static String table(WordCompany common) {
        float[][] vectors = WordVectors.of(common.information(), DIRECTIONS);
        List<int[]> sortings = new ArrayList<>();
        for (int classes : CLASSES) {
            sortings.add(VectorGroups.of(vectors, classes));
        }
        TreeMap<String, String> rows = new TreeMap<>();
        for (int i = 0; i < vectors.length; i++) {
            String word = common.words().get(i);
            if (!word.contains(PLACEHOLDER) && !word.isBlank()) {
                rows.put(word, row(word, sortings, i));
            }
        }
        return "# word\tits class in each sorting\n" + String.join("", rows.values());
    }

    /** Classes have numbers from 1 that no other sorting has. */
    private static String row(String word, List<int[]> sortings, int index) {
        StringBuilder row = new StringBuilder(word);
        int first = 1;
        for (int i = 0; i < CLASSES.length; i++) {
            row.append('\t').append(first + sortings.get(i)[index]);
            first += CLASSES[i];
        }
        return row.append('\n').toString();
    }
}
