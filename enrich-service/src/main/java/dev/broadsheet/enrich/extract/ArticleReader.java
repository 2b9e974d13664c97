package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Divisions;
import dev.broadsheet.chinese.Segmenter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Makes sentences of an article, and gathers what it says of its names as a whole. Any thread. */
final class ArticleReader {
    /** @param sentences of all blocks, in their order, still without words: an article may be long */
    record Reading(List<Sentence> sentences, Names names) {}

    private static final int LONGEST_QUOTE = 20;

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
        Names names = new Names(article.bylines(), ShortPlaces.of(texts, divisions), Lexicon.of(quoted));
        return new Reading(sentences, names);
    }

    /** The sentence with its words. */
    Sentence segmented(Sentence sentence) {
        return new Sentence(
                sentence.flat(),
                sentence.block(),
                sentence.start(),
                sentence.end(),
                segmenter.segment(sentence.text(), sentence.start(), sentence.end()));
    }

    private static boolean isHeadline(String role) {
        return switch (role.toUpperCase(Locale.ROOT)) {
            case "TITLE", "KICKER", "SUBTITLE", "SUBHEAD" -> true;
            default -> false;
        };
    }
}
