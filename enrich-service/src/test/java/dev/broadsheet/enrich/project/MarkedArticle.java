package dev.broadsheet.enrich.project;

import dev.broadsheet.enrich.extract.EntityMention;
import dev.broadsheet.enrich.extract.EntityType;
import dev.broadsheet.enrich.extract.LeftOut;
import dev.broadsheet.enrich.extract.MetricKind;
import dev.broadsheet.enrich.extract.MetricMention;
import dev.broadsheet.enrich.extract.Qualifier;
import dev.broadsheet.enrich.extract.SourceArticle;
import dev.broadsheet.enrich.extract.SourceBlock;
import dev.broadsheet.enrich.extract.Status;
import dev.broadsheet.enrich.link.LinkedArticle;
import dev.broadsheet.enrich.link.LinkedEntity;
import dev.broadsheet.enrich.link.LinkedPlace;
import dev.broadsheet.enrich.link.LinkedRegion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An article with its findings marked: 【P:a project】, 【O:a body】, 【L:another place】, 【M:money 20亿元】, 【T:money that is planned 20亿元】. Marks may
 * stand within each other. {@code ¶} separates blocks; 【P@510822:…】 gives a thing a place of its own.
 */
final class MarkedArticle {
    static final LinkedPlace COUNTY = new LinkedPlace("510822", "青川县", "四川省/广元市/青川县");
    static final LinkedPlace TOWN = new LinkedPlace("510822101", "青禾镇", "四川省/广元市/青川县/青禾镇");
    static final LinkedPlace OTHER = new LinkedPlace("510823", "剑阁县", "四川省/广元市/剑阁县");

    private static final Pattern FIGURE = Pattern.compile("(?:超|逾|约)?(\\d+(?:\\.\\d+)?)亿元$");
    private static final Pattern MARK = Pattern.compile("([POLMT])(@\\d+)?:");

    private final List<LinkedEntity> entities = new ArrayList<>();
    private final List<MetricMention> metrics = new ArrayList<>();
    private final List<SourceBlock> blocks = new ArrayList<>();

    private MarkedArticle() {}

    static List<FoundProject> read(String marked, @Nullable LinkedPlace region) {
        MarkedArticle article = new MarkedArticle();
        for (String block : marked.split("¶", -1)) {
            article.block(block);
        }
        SourceArticle source = new SourceArticle("NEWS", null, null, null, null, List.of(), article.blocks, null, null);
        LinkedRegion about = region == null ? null : new LinkedRegion(region.name(), region);
        return ProjectReader.read(
                source, new LinkedArticle(about, article.entities, article.metrics, List.of(), LeftOut.NOTHING));
    }

    private record Open(String type, @Nullable String code, int start) {}

    private void block(String marked) {
        StringBuilder text = new StringBuilder();
        List<Open> open = new ArrayList<>();
        List<LinkedEntity> found = new ArrayList<>();
        Matcher mark = MARK.matcher(marked);
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            if (c == '【' && mark.region(i + 1, marked.length()).lookingAt()) {
                open.add(new Open(mark.group(1), mark.group(2), text.length()));
                i = mark.end() - 1;
            } else if (c == '】' && !open.isEmpty()) {
                close(open.remove(open.size() - 1), text, found);
            } else {
                text.append(c);
            }
        }
        found.sort(java.util.Comparator.comparingInt(
                        (LinkedEntity one) -> one.mention().start())
                .thenComparingInt(one -> one.mention().end()));
        entities.addAll(found);
        blocks.add(new SourceBlock("BODY", text.toString()));
    }

    private void close(Open mark, StringBuilder text, List<LinkedEntity> found) {
        String words = text.substring(mark.start());
        if (mark.type().equals("M") || mark.type().equals("T")) {
            metrics.add(money(words, mark.start(), mark.type().equals("T") ? Status.TARGET : Status.ACTUAL));
            return;
        }
        EntityType type = switch (mark.type()) {
            case "P" -> EntityType.PROJECT;
            case "O" -> EntityType.ORGANIZATION;
            default -> EntityType.PLACE;
        };
        found.add(new LinkedEntity(
                new EntityMention(type, words, blocks.size(), mark.start(), text.length()),
                words.replace(" ", ""),
                place(mark.code()),
                false,
                null));
    }

    private static @Nullable LinkedPlace place(@Nullable String code) {
        if (code == null) {
            return null;
        }
        return List.of(COUNTY, TOWN, OTHER).stream()
                .filter(place -> code.substring(1).equals(place.code()))
                .findFirst()
                .orElseThrow();
    }

    private MetricMention money(String words, int start, Status status) {
        Matcher figure = FIGURE.matcher(words.replace(" ", ""));
        if (!figure.find()) {
            throw new IllegalArgumentException(words + " is no sum of the kind the marks know");
        }
        BigDecimal value = new BigDecimal(figure.group(1));
        boolean over = !figure.group().equals(figure.group(1) + "亿元");
        return new MetricMention(
                words,
                blocks.size(),
                start,
                start + words.length(),
                "投资",
                null,
                figure.group(),
                value,
                "亿元",
                value.multiply(BigDecimal.valueOf(100_000_000)).stripTrailingZeros(),
                "CNY",
                null,
                null,
                over ? Qualifier.OVER : Qualifier.EXACT,
                status,
                MetricKind.LEVEL,
                null,
                null);
    }
}
