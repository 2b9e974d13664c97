package dev.broadsheet.sink.console.read;

import dev.broadsheet.sink.console.Endpoints;
import dev.broadsheet.sink.postgresql.ReadDatabase;
import java.time.Clock;
import java.util.List;

/** All that can be read of the store. */
public final class ReadApi {
    private ReadApi() {}

    public static List<Endpoints> of(ReadDatabase database, Clock clock) {
        return List.of(
                new Works(database),
                new Filters(database, clock),
                new ArticleSearch(database),
                new ArticleDetails(database),
                new Indicators(database, clock),
                new Figures(database),
                new Entities(database, clock),
                new EntityDetails(database));
    }
}
