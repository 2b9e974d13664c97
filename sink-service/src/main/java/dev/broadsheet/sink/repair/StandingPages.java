package dev.broadsheet.sink.repair;

import dev.broadsheet.contracts.BackfillHeaders;
import dev.broadsheet.contracts.Page;
import dev.broadsheet.contracts.RecordState;
import dev.broadsheet.contracts.Topic;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The pages that stand now, and the highest generation that a run was given: of those that wrote a page, ever; of the others, whose
 * pages all failed or were late, for as long as issues.backfill keeps them (7 days). Nothing that stands has the generation
 * of one that is forgotten.
 */
public record StandingPages(List<StandingPage> pages, long highestGeneration) {

    /** Reads pages and issues.backfill from end to end; seconds for a hundred thousand pages. */
    public static StandingPages read(Installation where) {
        Reading reading = new Reading(new RecordValues<>(where, Page.class));
        try (TopicReader pages = new TopicReader(where, Topic.PAGES, true)) {
            pages.readToEnd(reading::page);
        }
        // A run whose pages are still on their way has a generation too.
        try (TopicReader issues = new TopicReader(where, Topic.ISSUES_BACKFILL, true)) {
            issues.readToEnd(reading::issue);
        }
        return new StandingPages(List.copyOf(reading.standing()), reading.highest);
    }

    private static final class Reading {
        private final RecordValues<Page> values;
        private final Map<String, StandingPage> latest = new LinkedHashMap<>();
        private long highest = 1;

        Reading(RecordValues<Page> values) {
            this.values = values;
        }

        boolean page(ConsumerRecord<byte[], byte[]> record) {
            values.value(record).ifPresent(this::page);
            return true;
        }

        private void page(Page page) {
            highest = Math.max(highest, page.getVersion().getGeneration());
            if (page.getState() == RecordState.CURRENT) {
                latest.put(page.getPageId(), StandingPage.of(page));
            } else {
                latest.remove(page.getPageId());
            }
        }

        boolean issue(ConsumerRecord<byte[], byte[]> record) {
            highest = Math.max(highest, BackfillHeaders.generation(record.headers()));
            return true;
        }

        Collection<StandingPage> standing() {
            return latest.values();
        }
    }
}
