package dev.broadsheet.sink.postgresql;

import dev.broadsheet.sink.store.Imprint;
import dev.broadsheet.sink.store.Origin;
import dev.broadsheet.sink.store.StoredMetric.Amount;
import dev.broadsheet.sink.store.StoredMetric.Evidence;
import dev.broadsheet.sink.store.StoredMetric.Span;
import dev.broadsheet.sink.store.Version;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

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

    static void evidence(Rows row, Evidence evidence) throws IOException {
        row.put("quote", evidence.quote())
                .put("block", evidence.block())
                .put("start_at", evidence.start())
                .put("end_at", evidence.end())
                .list("lines", evidence.lines());
    }

    static void amount(Rows row, Amount amount) throws IOException {
        row.put("raw_value", amount.rawValue())
                .put("value", amount.value())
                .put("unit", amount.unit())
                .put("normalized_value", amount.normalizedValue())
                .put("normalized_unit", amount.normalizedUnit())
                .put("min_value", amount.min())
                .put("max_value", amount.max());
    }

    static void period(Rows row, @Nullable Span period) throws IOException {
        if (period != null) {
            row.put("period", period.text()).put("period_from", period.from()).put("period_to", period.to());
        }
    }

    static String state(boolean current) {
        return current ? "CURRENT" : "RETRACTED";
    }
}
