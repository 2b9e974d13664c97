package dev.broadsheet.sink.postgresql;

import dev.broadsheet.sink.store.Imprint;
import dev.broadsheet.sink.store.Origin;
import dev.broadsheet.sink.store.Version;
import java.io.IOException;

/** Columns that several tables have. */
final class Columns {
    private Columns() {}

    static void version(Rows row, Version version) throws IOException {
        row.put("received_at", version.receivedAt())
                .put("issue_id", version.issueId())
                .put("generation", version.generation());
    }

    static void origin(Rows row, Origin origin) throws IOException {
        row.put("feed", origin.feed()).put("file_name", origin.fileName()).put("delivery_id", origin.deliveryId());
    }

    static void imprint(Rows row, Imprint imprint) throws IOException {
        row.put("publication", imprint.publication())
                .put("issue_date", imprint.issueDate())
                .put("edition", imprint.edition())
                .put("page", imprint.page());
    }

    static String state(boolean current) {
        return current ? "CURRENT" : "RETRACTED";
    }
}
