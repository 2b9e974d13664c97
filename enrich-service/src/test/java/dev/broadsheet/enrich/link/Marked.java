package dev.broadsheet.enrich.link;

import dev.broadsheet.enrich.extract.EntityMention;
import dev.broadsheet.enrich.extract.EntityType;
import dev.broadsheet.enrich.extract.Extraction;
import dev.broadsheet.enrich.extract.LeftOut;
import dev.broadsheet.enrich.extract.SourceArticle;
import dev.broadsheet.enrich.extract.SourceBlock;
import dev.broadsheet.enrich.extract.SourceByline;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Articles whose names are marked in the text, so that linking is judged apart from finding: {@code [荥阳市][王村镇]} are places, {@code
 * [ORGANIZATION:区委]} is a body.
 */
record Marked(SourceArticle article, Extraction extraction) {
    static final Linker LINKER = Linker.create();

    private static final Pattern NAME = Pattern.compile("\\[(?:([A-Z]+):)?([^\\]]*)]");

    static Marked of(String... blocks) {
        return of(null, null, List.of(), blocks);
    }

    /** @param region as extraction chose it; publication is the newspaper */
    static Marked of(
            @Nullable String region, @Nullable String publication, List<SourceByline> bylines, String... blocks) {
        List<SourceBlock> texts = new ArrayList<>();
        List<EntityMention> mentions = new ArrayList<>();
        for (String block : blocks) {
            StringBuilder text = new StringBuilder();
            Matcher matcher = NAME.matcher(block);
            while (matcher.find()) {
                matcher.appendReplacement(text, "");
                int start = text.length();
                text.append(matcher.group(2));
                EntityType type = matcher.group(1) == null ? EntityType.PLACE : EntityType.valueOf(matcher.group(1));
                mentions.add(new EntityMention(type, matcher.group(2), texts.size(), start, text.length()));
            }
            matcher.appendTail(text);
            texts.add(new SourceBlock("BODY", text.toString()));
        }
        SourceArticle article = new SourceArticle("NEWS", null, null, null, null, bylines, texts, null, publication);
        return new Marked(article, new Extraction(region, mentions, List.of(), List.of(), LeftOut.NOTHING));
    }

    LinkedArticle link() {
        return LINKER.link(article, extraction);
    }

    /** The last mention, linked. */
    LinkedEntity last() {
        List<LinkedEntity> entities = link().entities();
        return entities.get(entities.size() - 1);
    }

    /** The code of each place in turn, {@code -} where it has none. */
    List<String> codes() {
        return link().entities().stream()
                .map(entity -> entity.place() == null || !entity.isDivision()
                        ? "-"
                        : String.valueOf(entity.place().code()))
                .toList();
    }
}
