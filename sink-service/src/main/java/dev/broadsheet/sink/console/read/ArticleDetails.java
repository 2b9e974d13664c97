package dev.broadsheet.sink.console.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.broadsheet.sink.console.Answer;
import dev.broadsheet.sink.console.ApiException;
import dev.broadsheet.sink.console.ApiRequest;
import dev.broadsheet.sink.console.Endpoints;
import dev.broadsheet.sink.console.Json;
import dev.broadsheet.sink.console.Role;
import dev.broadsheet.sink.console.Routes;
import dev.broadsheet.sink.postgresql.ReadDatabase;
import dev.broadsheet.sink.postgresql.ReadDatabase.Session;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** GET /articles/{articleId} and /pages/{pageId…}: one article or page, whole. */
final class ArticleDetails implements Endpoints {
    private static final String ARTICLE = """
            select article_id as "articleId", state, retraction_reason as "retractionReason", page_id as "pageId", issue_id as "issueId",
                   generation, received_at as "receivedAt", feed, file_name as "fileName", publication, issue_date as "issueDate", edition,
                   page, ordinal, section, kind, kicker, title, subtitle, bylines, region_name as "regionName",
                   region_code as "regionCode", region_path as "regionPath", keywords, confidence, incomplete, extractor, enricher, blocks
            from articles where article_id = ?""";

    private static final String ENTITIES = """
            select mention_id as "mentionId", type, text, block, start_at as start, end_at as "end", lines, code, path,
                   place_code as "placeCode", place_path as "placePath", canonical_name as "canonicalName",
                   canonical_id as "canonicalId", role
            from entities where article_id = ? order by ordinal""";

    private static final String METRICS =
            "select " + Figures.METRIC + " from metrics m where m.article_id = ? order by m.ordinal";

    private static final String PAGE = """
            select page_id as "pageId", state, publication, issue_date as "issueDate", edition, page, feed, file_name as "fileName",
                   issue_id as "issueId", received_at as "receivedAt", confidence, lines, furniture
            from pages where page_id = ?""";

    private static final String ON_PAGE = """
            select article_id as "articleId", ordinal, title, kind, blocks as lines
            from articles where page_id = ? and state = 'CURRENT' order by ordinal""";

    private static final String HISTORY = """
            select issue_id as "issueId", file_name as "fileName", stood_from as "stoodFrom", stood_until as "stoodUntil",
                   replaced_by as "replacedBy"
            from page_history where page_id = ? order by received_at desc, issue_id desc, generation desc limit 100""";

    private final ReadDatabase database;

    ArticleDetails(ReadDatabase database) {
        this.database = database;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/articles/{articleId}", Role.READER, Set.of(), this::article);
        routes.get("/pages/{pageId…}", Role.READER, Set.of(), this::page);
    }

    private Answer article(ApiRequest request) {
        String id = request.part("articleId");
        return Answer.ok(database.read(session -> {
            ObjectNode article = one(session, ARTICLE, id, "article");
            int index = 0;
            for (JsonNode block : article.get("blocks")) {
                ((ObjectNode) block).put("index", index++);
            }
            article.putArray("entities").addAll(session.objects(ENTITIES, id));
            article.putArray("metrics").addAll(session.objects(METRICS, id));
            return article;
        }));
    }

    private Answer page(ApiRequest request) {
        String id = request.part("pageId");
        return Answer.ok(database.read(session -> {
            ObjectNode page = one(session, PAGE, id, "page");
            List<ObjectNode> articles = session.objects(ON_PAGE, id);
            articles.forEach(ArticleDetails::linesOfBlocks);
            page.putArray("articles").addAll(articles);
            page.putArray("history").addAll(session.objects(HISTORY, id));
            return page;
        }));
    }

    private static void linesOfBlocks(ObjectNode article) {
        TreeSet<Integer> lines = new TreeSet<>();
        article.get("lines").forEach(block -> block.path("lines").forEach(line -> lines.add(line.intValue())));
        var numbers = Json.array();
        lines.forEach(numbers::add);
        article.set("lines", numbers);
    }

    private static ObjectNode one(Session session, String sql, String id, String what) throws SQLException {
        List<ObjectNode> found = session.objects(sql, id);
        if (found.isEmpty()) {
            throw ApiException.notFound("there is no " + what + " with this id");
        }
        return found.get(0);
    }
}
