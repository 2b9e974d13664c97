package dev.broadsheet.enrich.project;

import dev.broadsheet.enrich.extract.EntityMention;
import dev.broadsheet.enrich.extract.EntityType;
import dev.broadsheet.enrich.extract.MetricMention;
import dev.broadsheet.enrich.extract.SourceArticle;
import dev.broadsheet.enrich.extract.Span;
import dev.broadsheet.enrich.link.LinkedArticle;
import dev.broadsheet.enrich.link.LinkedEntity;
import dev.broadsheet.enrich.link.LinkedPlace;
import dev.broadsheet.enrich.project.InvestmentReader.Money;
import dev.broadsheet.enrich.project.ScopeFinder.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what an article says of each project it names, in the order of their first mentions. A pure function of the article and
 * what was found in it; linear in the text, since scopes are parts of sentences and those are bounded.
 */
public final class ProjectReader {
    private final SourceArticle article;
    private final Map<Integer, List<LinkedEntity>> entities = new TreeMap<>();
    private final Map<Integer, List<MetricMention>> metrics = new TreeMap<>();
    private final @Nullable LinkedPlace region;
    private final Map<Object, Draft> drafts = new LinkedHashMap<>();

    private ProjectReader(SourceArticle article, LinkedArticle found) {
        this.article = article;
        this.region = found.region() == null ? null : found.region().place();
        found.entities()
                .forEach(entity -> entities.computeIfAbsent(entity.mention().block(), block -> new ArrayList<>())
                        .add(entity));
        found.metrics()
                .forEach(metric -> metrics.computeIfAbsent(metric.block(), block -> new ArrayList<>())
                        .add(metric));
    }

    public static List<FoundProject> read(SourceArticle article, LinkedArticle found) {
        if (found.entities().stream().noneMatch(ProjectReader::isProject)) {
            return List.of();
        }
        return new ProjectReader(article, found).read();
    }

    /** The same project has the same name and county, however finely its place is told. */
    private record Identity(String name, String county) {
        static Identity of(String name, @Nullable LinkedPlace place) {
            String code = place == null ? null : place.code();
            String county =
                    code == null ? place == null ? "" : place.path() : code.substring(0, Math.min(6, code.length()));
            return new Identity(name, county);
        }
    }

    private List<FoundProject> read() {
        List<BlockText> texts = new ArrayList<>();
        List<List<Named>> names = new ArrayList<>();
        for (int block = 0; block < article.blocks().size(); block++) {
            BlockText text = new BlockText(block, article.blocks().get(block).text());
            texts.add(text);
            names.add(names(text, entities.getOrDefault(block, List.of())));
        }
        ScopeFinder finder = new ScopeFinder(drafts.size() == 1);
        for (int block = 0; block < texts.size(); block++) {
            read(block, texts.get(block), finder.find(texts.get(block), names.get(block)));
        }
        return drafts.values().stream().map(Draft::found).toList();
    }

    private List<Named> names(BlockText text, List<LinkedEntity> found) {
        List<Named> names = new ArrayList<>();
        for (LinkedEntity entity : found) {
            if (isProject(entity)) {
                LinkedPlace place = entity.place() == null ? region : entity.place();
                Span span = span(text, entity);
                Draft draft = drafts.computeIfAbsent(
                        Identity.of(entity.canonicalName(), place),
                        id -> new Draft(entity.canonicalName(), place, text.passage(span.start(), span.end())));
                draft.mentionedIn(place);
                names.add(new Named(span, draft));
            }
        }
        return names;
    }

    private void read(int block, BlockText text, List<Scope> scopes) {
        List<LinkedEntity> found = entities.getOrDefault(block, List.of());
        List<Span> spans = found.stream().map(entity -> span(text, entity)).toList();
        List<Money> amounts = amounts(text, metrics.getOrDefault(block, List.of()));
        int firstName = 0;
        int firstAmount = 0;
        for (Scope scope : scopes) {
            while (firstName < spans.size() && spans.get(firstName).end() <= scope.sentence()) {
                firstName++;
            }
            while (firstAmount < amounts.size() && amounts.get(firstAmount).end() <= scope.sentence()) {
                firstAmount++;
            }
            List<Span> near = spans.subList(firstName, upTo(spans, firstName, scope.to()));
            StageReader.read(scope, near);
            InvestmentReader.read(scope, amounts.subList(firstAmount, amountsUpTo(amounts, firstAmount, scope.to())));
            owners(scope, found.subList(firstName, firstName + near.size()), near);
        }
    }

    private static void owners(Scope scope, List<LinkedEntity> found, List<Span> spans) {
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).mention().type() != EntityType.ORGANIZATION) {
                continue;
            }
            Span body = spans.get(i);
            List<Span> names = scope.group().names();
            boolean opens = false;
            for (int n = 0; scope.holdsNames() && n < names.size(); n++) {
                if (names.get(n).start() == body.start()
                        && body.end() < names.get(n).end()) {
                    scope.group().projects().get(n).ownedBy(found.get(i), OwnerReader.NAMED);
                    opens = true;
                }
            }
            if (!opens && body.start() >= scope.from()) {
                OwnerReader.read(scope, found.get(i), body);
            }
        }
    }

    private static List<Money> amounts(BlockText text, List<MetricMention> found) {
        List<Money> amounts = new ArrayList<>();
        for (MetricMention metric : found) {
            Money money = Money.of(metric, text);
            if (money != null) {
                amounts.add(money);
            }
        }
        return amounts;
    }

    private static int upTo(List<Span> spans, int from, int limit) {
        int end = from;
        while (end < spans.size() && spans.get(end).start() < limit) {
            end++;
        }
        return end;
    }

    private static int amountsUpTo(List<Money> amounts, int from, int limit) {
        int end = from;
        while (end < amounts.size() && amounts.get(end).start() < limit) {
            end++;
        }
        return end;
    }

    private static Span span(BlockText text, LinkedEntity entity) {
        EntityMention mention = entity.mention();
        return new Span(text.at(mention.start()), text.at(mention.end()));
    }

    private static boolean isProject(LinkedEntity entity) {
        return entity.mention().type() == EntityType.PROJECT;
    }
}
