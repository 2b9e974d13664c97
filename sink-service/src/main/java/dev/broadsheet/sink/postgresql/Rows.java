package dev.broadsheet.sink.postgresql;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows as one JSON array for {@code json_populate_recordset}: any number of rows in one parameter and one round trip, with
 * the database's own conversion of every column. Not thread-safe.
 */
final class Rows {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    private final JsonGenerator json;
    private final Set<String> columns = new LinkedHashSet<>();

    private Rows(JsonGenerator json) {
        this.json = json;
    }

    /** Writes the columns of one row. */
    interface RowOf<T> {
        void write(Rows row, T value) throws IOException;
    }

    /** The rows, and the columns that any of them names, for {@code insert into … (columns)}. */
    record Table(String json, String columns) {}

    static <T> String of(Collection<T> values, RowOf<T> rowOf) {
        return table(values, rowOf).json();
    }

    /** Columns that a newer version has added keep their defaults where only these are inserted. */
    static <T> Table table(Collection<T> values, RowOf<T> rowOf) {
        StringWriter text = new StringWriter();
        Set<String> columns;
        try (JsonGenerator json = MAPPER.createGenerator(text)) {
            Rows rows = new Rows(json);
            columns = rows.columns;
            json.writeStartArray();
            for (T value : values) {
                json.writeStartObject();
                rowOf.write(rows, value);
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Table(text.toString(), String.join(", ", columns));
    }

    Rows put(String column, @Nullable String value) throws IOException {
        name(column);
        json.writeString(value);
        return this;
    }

    Rows put(String column, @Nullable Number value) throws IOException {
        return put(column, value == null ? null : value.toString());
    }

    Rows put(String column, boolean value) throws IOException {
        name(column);
        json.writeBoolean(value);
        return this;
    }

    Rows put(String column, @Nullable Instant value) throws IOException {
        return put(column, value == null ? null : value.toString());
    }

    Rows put(String column, @Nullable LocalDate value) throws IOException {
        return put(column, value == null ? null : value.toString());
    }

    /** A JSON column. */
    Rows object(String column, Object value) throws IOException {
        name(column);
        MAPPER.writeValue(json, value);
        return this;
    }

    /** An SQL array of texts or numbers, or a JSON column. */
    Rows list(String column, List<?> values) throws IOException {
        name(column);
        MAPPER.writeValue(json, values);
        return this;
    }

    private void name(String column) throws IOException {
        columns.add(column);
        json.writeFieldName(column);
    }
}
