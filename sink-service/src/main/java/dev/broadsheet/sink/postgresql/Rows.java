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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows as one JSON array for {@code json_populate_recordset}: any number of rows in one parameter and one round trip, with
 * the database's own conversion of every column. Not thread-safe.
 */
final class Rows {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    private final JsonGenerator json;

    private Rows(JsonGenerator json) {
        this.json = json;
    }

    /** Writes the columns of one row. */
    interface RowOf<T> {
        void write(Rows row, T value) throws IOException;
    }

    static <T> String of(Collection<T> values, RowOf<T> rowOf) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = MAPPER.createGenerator(text)) {
            Rows rows = new Rows(json);
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
        return text.toString();
    }

    Rows put(String column, @Nullable String value) throws IOException {
        json.writeStringField(column, value);
        return this;
    }

    Rows put(String column, @Nullable Number value) throws IOException {
        return put(column, value == null ? null : value.toString());
    }

    Rows put(String column, boolean value) throws IOException {
        json.writeBooleanField(column, value);
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
        json.writeFieldName(column);
        MAPPER.writeValue(json, value);
        return this;
    }

    /** An SQL array of texts or numbers, or a JSON column. */
    Rows list(String column, List<?> values) throws IOException {
        json.writeFieldName(column);
        MAPPER.writeValue(json, values);
        return this;
    }
}
