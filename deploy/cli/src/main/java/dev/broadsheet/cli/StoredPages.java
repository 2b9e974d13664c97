package dev.broadsheet.cli;

import dev.broadsheet.standalone.StandaloneEndpoints;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What PostgreSQL holds of each page, for the demo's table. One thread. */
final class StoredPages implements AutoCloseable {
    private static final String PAGES = """
            select p.file_name, p.articles,
                   (select count(*) from entities e join articles a using (article_id) where a.page_id = p.page_id),
                   (select count(*) from metrics m join articles a using (article_id) where a.page_id = p.page_id),
                   round(extract(epoch from p.complete_at - p.modified_at) * 1000)
              from pages p where p.complete_at is not null order by p.file_name""";

    /** One page: file name, counts, and milliseconds from the file's last write to the whole page stored. */
    record StoredPage(String fileName, int articles, int entities, int metrics, long millis) {}

    private final Connection connection;

    StoredPages(StandaloneEndpoints where) throws SQLException {
        this.connection = DriverManager.getConnection(where.jdbcUrl(), where.jdbcUser(), where.jdbcPassword());
    }

    List<StoredPage> read() throws SQLException {
        List<StoredPage> pages = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(PAGES)) {
            while (rows.next()) {
                pages.add(new StoredPage(
                        rows.getString(1), rows.getInt(2), rows.getInt(3), rows.getInt(4), rows.getLong(5)));
            }
        }
        return pages;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
