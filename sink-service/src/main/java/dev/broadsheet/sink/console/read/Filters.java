package dev.broadsheet.sink.console.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.broadsheet.sink.console.Answer;
import dev.broadsheet.sink.console.Endpoints;
import dev.broadsheet.sink.console.Role;
import dev.broadsheet.sink.console.Routes;
import dev.broadsheet.sink.postgresql.ReadDatabase;
import dev.broadsheet.sink.postgresql.ReadDatabase.Session;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Set;

/** GET /filters: what articles can be filtered by, with how many there are of each. */
final class Filters implements Endpoints {
    private static final String CURRENT = " from articles where state = 'CURRENT'";
    private static final String DATES =
            "select min(issue_date) as \"firstDate\", max(issue_date) as \"lastDate\", count(*) as articles" + CURRENT;
    private static final String PUBLICATIONS = "select publication as name, count(*) as articles" + CURRENT
            + " and publication is not null group by 1 order by 2 desc, 1 limit 200";
    private static final String REGIONS =
            "select region_code as code, region_name as name, region_path as path, count(*) as articles" + CURRENT
                    + " and region_name is not null group by 1, 2, 3 order by 4 desc, 1, 2 limit 200";
    private static final String KINDS =
            "select kind as name, count(*) as articles" + CURRENT + " group by 1 order by 2 desc, 1";
    private static final String FEEDS = "select array(select distinct feed from pages order by 1) as feeds";

    private final Kept<ObjectNode> filters;

    Filters(ReadDatabase database, Clock clock) {
        this.filters = new Kept<>(() -> database.read(Filters::read), clock);
    }

    @Override
    public void register(Routes routes) {
        routes.get("/filters", Role.READER, Set.of(), request -> Answer.ok(filters.get()));
    }

    private static ObjectNode read(Session session) throws SQLException {
        ObjectNode filters = session.objects(DATES).get(0);
        filters.putArray("publications").addAll(session.objects(PUBLICATIONS));
        filters.putArray("regions").addAll(session.objects(REGIONS));
        filters.putArray("kinds").addAll(session.objects(KINDS));
        filters.setAll(session.objects(FEEDS).get(0));
        return filters;
    }
}
