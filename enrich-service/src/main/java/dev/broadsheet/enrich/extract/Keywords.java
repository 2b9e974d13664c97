package dev.broadsheet.enrich.extract;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Up to ten names that an article turns on: the most mentioned, headlines counting triple, then in order of appearance. Stateless. */
final class Keywords {
    private static final int MOST = 10;

    private Keywords() {}

    static List<String> of(SourceArticle article, List<EntityMention> mentions) {
        Map<String, Integer> scores = new LinkedHashMap<>();
        for (EntityMention mention : mentions) {
            if (mention.type() != EntityType.PERSON) {
                String role = article.blocks().get(mention.block()).role().toUpperCase(Locale.ROOT);
                String name = FlatText.of(mention.text(), false).text();
                scores.merge(name, role.equals("BODY") || role.equals("CAPTION") ? 1 : 3, Integer::sum);
            }
        }
        return scores.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }
}
