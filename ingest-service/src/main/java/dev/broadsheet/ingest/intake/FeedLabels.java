package dev.broadsheet.ingest.intake;

import dev.broadsheet.ingest.feed.Feed;
import dev.broadsheet.runtime.Telemetry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What feeds are called in telemetry, which is not to grow without end. */
final class FeedLabels {
    private FeedLabels() {}

    /** Each of the first feeds by its name, all beyond {@link Telemetry#MOST_VALUES} as {@link Telemetry#OTHER}. */
    static Map<String, List<Feed>> of(List<Feed> feeds) {
        Map<String, List<Feed>> labels = new LinkedHashMap<>();
        for (Feed feed : feeds) {
            String label = labels.size() < Telemetry.MOST_VALUES ? feed.name() : Telemetry.OTHER;
            labels.computeIfAbsent(label, any -> new ArrayList<>()).add(feed);
        }
        return labels;
    }
}
