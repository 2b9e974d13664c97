package dev.broadsheet.sink.console.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.broadsheet.sink.console.Answer;
import dev.broadsheet.sink.console.ApiRequest;
import dev.broadsheet.sink.console.Endpoints;
import dev.broadsheet.sink.console.Json;
import dev.broadsheet.sink.console.Role;
import dev.broadsheet.sink.console.Routes;
import dev.broadsheet.sink.postgresql.ReadDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** GET /indicators: what figures there are, those with most of them first; the first 20,000 are known. */
final class Indicators implements Endpoints {
    private static final String ALL = """
            select indicator, "normalizedUnit", kind, sum(n)::bigint as figures, count(distinct region)::bigint as regions
            from (select coalesce(m.canonical_indicator, m.indicator) as indicator, m.normalized_unit as "normalizedUnit", m.kind,
                         a.region_name as region, count(*) as n
                  from metrics m join articles a on a.article_id = m.article_id
                  group by 1, 2, 3, 4) as grouped
            group by 1, 2, 3 order by 4 desc, 1, 2, 3 limit 20000""";

    private final Kept<List<ObjectNode>> indicators;

    Indicators(ReadDatabase database, Clock clock) {
        this.indicators = new Kept<>(() -> database.read(session -> session.objects(ALL)), clock);
    }

    @Override
    public void register(Routes routes) {
        routes.get("/indicators", Role.READER, Set.of("q", "limit"), this::list);
    }

    private Answer list(ApiRequest request) {
        String wanted = Names.folded(request.text("q"));
        List<ObjectNode> found = indicators.get().stream()
                .filter(row -> Names.folded(row.get("indicator").textValue()).contains(wanted))
                .limit(request.limit())
                .toList();
        return Answer.ok(Json.list(found, null));
    }
}
