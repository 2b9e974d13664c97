package dev.broadsheet.ingest.split;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the article of an item. */
final class ArticleBuilder {
    private final Bylines bylines;
    private final KindRule kinds = new KindRule();

    ArticleBuilder(Bylines bylines) {
        this.bylines = bylines;
    }

    SplitArticle build(Item item, Set<String> desks) {
        List<Block> blocks = Blocks.of(item.rows());
        Kind kind = kinds.of(item);
        boolean incomplete = Completeness.isIncomplete(item);
        String title = text(blocks, Role.TITLE);
        return new SplitArticle(
                item.firstLine(),
                kind,
                item.section(),
                text(blocks, Role.KICKER),
                title,
                text(blocks, Role.SUBTITLE),
                bylines.of(item, desks),
                blocks,
                Confidence.of(item, kind, title, incomplete),
                incomplete);
    }

    private static @Nullable String text(List<Block> blocks, Role role) {
        String text =
                blocks.stream().filter(b -> b.role() == role).map(Block::text).collect(Collectors.joining(" "));
        return text.isEmpty() ? null : text;
    }
}
