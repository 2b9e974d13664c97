package dev.broadsheet.sink.reconcile;

import dev.broadsheet.sink.reconcile.Fact.ArticleFact;
import dev.broadsheet.sink.reconcile.Fact.EnrichedFact;
import dev.broadsheet.sink.reconcile.Fact.IssueFact;
import dev.broadsheet.sink.reconcile.Fact.MetricFact;
import dev.broadsheet.sink.reconcile.Fact.PageFact;
import dev.broadsheet.sink.reconcile.Fact.ReceiptFact;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Stories of pages and deliveries that are followed at the moment: those of one partition, later those that are suspected. One thread. */
final class Stories {
    private static final Set<String> STEPS = Set.of("RECEIVED", "SPLIT", "DUPLICATE", "FAILED", "REJECTED");

    private final Map<String, PageStory> pages = new HashMap<>();
    private final Map<String, DeliveryStory> deliveries = new HashMap<>();

    Map<String, PageStory> pages() {
        return pages;
    }

    Map<String, DeliveryStory> deliveries() {
        return deliveries;
    }

    /** Takes a fact of a page in; {@code begin} makes the story of a page that is not followed yet, or is null to leave it out. */
    void page(Fact fact, @Nullable Function<String, PageStory> begin) {
        if (fact instanceof PageFact page) {
            tell(page.pageId(), begin, story -> story.accept(page));
        } else if (fact instanceof ArticleFact article) {
            tell(article.pageId(), begin, story -> story.accept(article));
        } else if (fact instanceof EnrichedFact enriched) {
            tell(enriched.pageId(), begin, story -> story.accept(enriched));
        } else if (fact instanceof MetricFact metric) {
            tell(metric.pageId(), begin, story -> story.accept(metric));
        }
    }

    /** Takes in what intake and split say of a delivery; {@code begin}: of a delivery that is not followed yet too. */
    void delivery(Fact fact, boolean begin) {
        if (fact instanceof IssueFact issue) {
            DeliveryStory story = delivery(issue.deliveryId(), issue.issueId(), begin);
            if (story != null) {
                story.accept(issue);
            }
        } else if (fact instanceof ReceiptFact receipt
                && receipt.service().equals("ingest")
                && STEPS.contains(receipt.state())) {
            DeliveryStory story = delivery(receipt.deliveryId(), receipt.issueId(), begin);
            if (story != null) {
                story.accept(receipt);
            }
        }
    }

    private void tell(String pageId, @Nullable Function<String, PageStory> begin, Consumer<PageStory> what) {
        PageStory story = begin == null ? pages.get(pageId) : pages.computeIfAbsent(pageId, begin);
        if (story != null) {
            what.accept(story);
        }
    }

    private @Nullable DeliveryStory delivery(String deliveryId, @Nullable String issueId, boolean begin) {
        String key = DeliveryStory.key(deliveryId, issueId);
        return begin ? deliveries.computeIfAbsent(key, id -> new DeliveryStory(deliveryId)) : deliveries.get(key);
    }
}
