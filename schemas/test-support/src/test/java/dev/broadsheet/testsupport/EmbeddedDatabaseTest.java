package dev.broadsheet.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EmbeddedDatabaseTest {
    @Test
    void rowsOutliveAnOutageAndNothingOutlivesClose() throws Exception {
        Set<Path> before = temporaryFolders();
        try (EmbeddedDatabase database = EmbeddedDatabase.create()) {
            String url = database.newDatabase();
            execute(url, "create table kept (text text)", "insert into kept values ('青川')");

            database.stop();
            assertThatThrownBy(() -> execute(url, "select 1")).isInstanceOf(SQLException.class);

            database.start();
            assertThat(text(url, "select text from kept")).isEqualTo("青川");
            assertThat(database.newDatabase()).isNotEqualTo(url);
        }
        assertThat(temporaryFolders()).isEqualTo(before);
    }

    private static void execute(String url, String... statements) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(url, EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String text(String url, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(url, EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Set<Path> temporaryFolders() throws Exception {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("broadsheet-postgresql"))
                    .collect(Collectors.toSet());
        }
    }
}
