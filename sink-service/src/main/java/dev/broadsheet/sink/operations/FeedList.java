package dev.broadsheet.sink.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.broadsheet.sink.postgresql.ReadDatabase;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The feeds that intakes have told of, operators have paused, or receipts name, with what came in today. */
final class FeedList {
    private static final String FEEDS = "with recursive " + ReceiptList.FEEDS + """
        select feed, f.publication, f.zone, f.windows, null::boolean as open, coalesce(f.paused, false) as paused,
               case when f.paused then f.paused_by end as "pausedBy",
               case when f.paused then f.paused_reason end as "pausedReason",
               case when f.paused then f.paused_at end as "pausedAt",
               null::timestamptz as "lastReceivedAt", 0 as "receivedToday", 0 as "rejectedToday"
        from feeds f full join feeds_of_receipts r using (feed) where feed <> '' order by feed limit 500\
        """;

    private static final String TODAY = """
        select m.feed,
               (select max(at) from receipts r where r.feed = m.feed and r.state = 'RECEIVED') as "lastReceivedAt",
               (select count(*) from receipts r
                where r.feed = m.feed and r.state = 'RECEIVED' and r.at >= m.midnight) as "receivedToday",
               (select count(*) from receipts r
                where r.feed = m.feed and r.state = 'REJECTED' and r.at >= m.midnight) as "rejectedToday"
        from unnest(?::text[], ?::timestamptz[]) as m(feed, midnight)\
        """;

    private FeedList() {}

    static List<ObjectNode> read(ReadDatabase.Session session, Instant now) throws SQLException {
        Map<String, ObjectNode> feeds = new HashMap<>();
        List<String> names = new ArrayList<>();
        List<String> midnights = new ArrayList<>();
        List<ObjectNode> all = session.objects(FEEDS);
        for (ObjectNode feed : all) {
            ZoneId zone = zone(feed.path("zone"));
            if (feed.path("windows").isArray()) {
                feed.put("open", Windows.isOpen(texts(feed.path("windows")), zone, now));
            }
            String name = feed.path("feed").asText();
            feeds.put(name, feed);
            names.add(name);
            midnights.add(now.atZone(zone)
                    .toLocalDate()
                    .atStartOfDay(zone)
                    .toInstant()
                    .toString());
        }
        for (ObjectNode today : session.objects(TODAY, session.texts(names), session.texts(midnights))) {
            feeds.getOrDefault(today.path("feed").asText(), today).setAll(today);
        }
        return all;
    }

    private static ZoneId zone(JsonNode told) {
        try {
            return told.isTextual() ? ZoneId.of(told.textValue()) : ZoneOffset.UTC;
        } catch (DateTimeException e) {
            return ZoneOffset.UTC; // of a newer version's time zones, or made up
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
