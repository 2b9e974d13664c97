package dev.broadsheet.system;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What an analyst sees in PostgreSQL. One thread. */
final class Database implements AutoCloseable {
    private final Connection connection;

    Database(Deployment.Addresses addresses) throws SQLException {
        this.connection =
                DriverManager.getConnection(addresses.jdbcUrl(), addresses.jdbcUser(), addresses.jdbcPassword());
    }

    /** First column of every row. */
    List<String> column(String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<String> column = new ArrayList<>();
                while (rows.next()) {
                    column.add(rows.getString(1));
                }
                return column;
            }
        }
    }

    long number(String sql, Object... arguments) throws SQLException {
        return Long.parseLong(column(sql, arguments).get(0));
    }

    /** File names of the pages that stand here whole. */
    List<String> storedFiles() throws SQLException {
        return column("select file_name from pages where complete_at is not null");
    }

    /** States of the receipts of a file, each as often as it was written. */
    List<String> states(String fileName) throws SQLException {
        return column("select state from receipts where file_name = ? order by at, state", fileName);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
