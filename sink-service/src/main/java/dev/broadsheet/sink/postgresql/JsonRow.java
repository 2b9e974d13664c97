package dev.broadsheet.sink.postgresql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as JSON: every column a field, null where it is null. Decimals become texts (exact in every language), times ISO-8601 UTC, dates ISO,
 * arrays lists; names inside JSON columns become camelCase as the columns' labels are. Each is for one result; one thread.
 */
final class JsonRow implements Sql.Row<ObjectNode> {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Column(String label, String type) {}

    private @Nullable List<Column> columns;

    /** The next row of the one result that this is used for. */
    @Override
    public ObjectNode of(ResultSet row) throws SQLException {
        List<Column> all = columns;
        if (all == null) {
            all = columns(row.getMetaData()); // for a thousand rows once
            columns = all;
        }
        ObjectNode object = NODES.objectNode();
        for (int i = 0; i < all.size(); i++) {
            JsonNode value = value(row, i + 1, all.get(i).type());
            object.set(all.get(i).label(), row.wasNull() ? NODES.nullNode() : value);
        }
        return object;
    }

    private static List<Column> columns(ResultSetMetaData columns) throws SQLException {
        List<Column> all = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            all.add(new Column(columns.getColumnLabel(i), columns.getColumnTypeName(i)));
        }
        return all;
    }

    /** Anything, where the column is null. */
    private static @Nullable JsonNode value(ResultSet row, int i, String type) throws SQLException {
        return switch (type) {
            case "int2", "int4", "int8" -> NODES.numberNode(row.getLong(i));
            case "float4", "float8" -> NODES.numberNode(row.getDouble(i));
            case "bool" -> NODES.booleanNode(row.getBoolean(i));
            case "numeric" -> decimal(row.getBigDecimal(i));
            case "timestamptz" -> time(row.getObject(i, OffsetDateTime.class));
            case "json", "jsonb" -> json(row.getString(i));
            case "_text", "_int4", "_int8" -> list(row.getArray(i));
            default -> NODES.textNode(row.getString(i));
        };
    }

    private static @Nullable JsonNode decimal(@Nullable BigDecimal number) {
        return number == null ? null : NODES.textNode(number.toPlainString());
    }

    private static @Nullable JsonNode time(@Nullable OffsetDateTime time) {
        return time == null ? null : NODES.textNode(time.toInstant().toString());
    }

    private static @Nullable JsonNode json(@Nullable String json) {
        return json == null ? null : camel(parse(json));
    }

    private static @Nullable ArrayNode list(@Nullable Array array) throws SQLException {
        if (array == null) {
            return null;
        }
        ArrayNode list = NODES.arrayNode();
        for (Object value : (Object[]) array.getArray()) {
            if (value instanceof Number number) {
                list.add(number.longValue());
            } else {
                list.add((String) value);
            }
        }
        return list;
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database writes JSON", e);
        }
    }

    private static JsonNode camel(JsonNode node) {
        if (node instanceof ArrayNode array) {
            ArrayNode list = NODES.arrayNode(array.size());
            array.forEach(element -> list.add(camel(element)));
            return list;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode renamed = NODES.objectNode();
            object.properties().forEach(field -> renamed.set(camel(field.getKey()), camel(field.getValue())));
            return renamed;
        }
        return node;
    }

    private static String camel(String name) {
        StringBuilder camel = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            boolean upper = name.charAt(i) == '_' && i + 1 < name.length();
            camel.append(upper ? Character.toUpperCase(name.charAt(++i)) : name.charAt(i));
        }
        return camel.toString();
    }
}
