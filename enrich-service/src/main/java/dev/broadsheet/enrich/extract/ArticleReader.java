package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Divisions;
import dev.broadsheet.chinese.Segmenter;
import dev.broadsheet.chinese.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Makes sentences of an article, and gathers what it says of its names as a whole. Any thread. */
final class ArticleReader {
    /** @param sentences of all blocks, in their order, still without words: an article may be long */
    record Reading(List<Sentence> sentences, Names names) {
        /** The same, those together that get their words together: neighbours in one block, of about {@link #TOGETHER} characters. */
        List<List<Sentence>> runs() {
            List<List<Sentence>> runs = new ArrayList<>();
            int first = 0;
            for (int i = 1; i <= sentences.size(); i++) {
                if (i == sentences.size()
                        || sentences.get(i).block() != sentences.get(first).block()
                        || sentences.get(i).end() - sentences.get(first).start() > TOGETHER) {
                    runs.add(sentences.subList(first, i));
                    first = i;
                }
            }
            return runs;
        }
    }

    private static final int LONGEST_QUOTE = 20;
    /** The segmenter takes half the time for a paragraph that it takes for its sentences. */
    private static final int TOGETHER = 1_000;

    private final Segmenter segmenter;
    private final Divisions divisions;

    ArticleReader(Segmenter segmenter, Divisions divisions) {
        this.segmenter = segmenter;
        this.divisions = divisions;
    }

    Reading read(SourceArticle article) {
        List<FlatText> texts = article.blocks().stream()
                .map(block -> FlatText.of(block.text(), isHeadline(block.role())))
                .toList();
        List<Sentence> sentences = new ArrayList<>();
        Set<String> quoted = new TreeSet<>();
        for (int block = 0; block < texts.size(); block++) {
            FlatText text = texts.get(block);
            for (Span span : Sentences.of(text.text())) {
                Sentence sentence = new Sentence(text, block, span.start(), span.end(), List.of());
                sentence.quoted(LONGEST_QUOTE).stream()
                        .filter(quote -> quote.end() - quote.start() > 1)
                        .forEach(quote -> quoted.add(text.text().substring(quote.start(), quote.end())));
                sentences.add(sentence);
            }
        }
        Names names = new Names(
                article.bylines(), ShortPlaces.of(texts, divisions), Lexicon.of(quoted), new Recurrences(texts));
        return new Reading(sentences, names);
    }

    /** The sentences of a run with their words. A word that reaches over the end of a sentence is cut there. */
    List<Sentence> segmented(List<Sentence> run) {
        String text = run.get(0).text();
        int end = run.get(run.size() - 1).end();
        List<Token> words = segmenter.segment(text, run.get(0).start(), end);
        List<Sentence> segmented = new ArrayList<>(run.size());
        int first = 0;
        for (Sentence sentence : run) {
            List<Token> own = new ArrayList<>();
            int i = first;
            for (; i < words.size() && words.get(i).start() < sentence.end(); i++) {
                own.add(cut(words.get(i), text, sentence));
            }
            first = i > first && words.get(i - 1).end() > sentence.end() ? i - 1 : i;
            segmented.add(new Sentence(
                    sentence.flat(), sentence.block(), sentence.start(), sentence.end(), List.copyOf(own)));
        }
        return segmented;
    }

    private static Token cut(Token word, String text, Sentence sentence) {
        int start = Math.max(word.start(), sentence.start());
        int end = Math.min(word.end(), sentence.end());
        return start == word.start() && end == word.end()
                ? word
                : new Token(text.substring(start, end), word.tag(), start, end);
    }

    private static boolean isHeadline(String role) {
        return switch (role.toUpperCase(Locale.ROOT)) {
            case "TITLE", "KICKER", "SUBTITLE", "SUBHEAD" -> true;
            default -> false;
        };
    }
}
