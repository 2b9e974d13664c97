package dev.broadsheet.sink.postgresql;

import dev.broadsheet.sink.store.StoredReceipt;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Receipts; the same step read twice is one row. */
final class ReceiptTable {
    private ReceiptTable() {}

    /** How many were new. */
    static int insert(Connection connection, List<StoredReceipt> receipts) throws SQLException {
        Rows.Table rows = Rows.table(receipts, ReceiptTable::write);
        return Sql.update(connection, """
                insert into receipts (%1$s) select %1$s from json_populate_recordset(null::receipts, ?::json)
                order by delivery_id, state, at on conflict do nothing
                """.formatted(rows.columns()), rows.json());
    }

    private static void write(Rows row, StoredReceipt receipt) throws IOException {
        Columns.origin(row, receipt.origin());
        row.put("state", receipt.state())
                .put("issue_id", receipt.issueId())
                .put("page_id", receipt.pageId())
                .put("at", receipt.at())
                .put("received_at", receipt.receivedAt())
                .put("service", receipt.service())
                .put("instance", receipt.instance())
                .put("articles", receipt.articles())
                .put("store", receipt.store())
                .put("reason", receipt.reason())
                .put("first_delivery_id", receipt.firstDeliveryId())
                .put("other_issue_id", receipt.otherIssueId())
                .put("generation", receipt.generation());
    }
}
