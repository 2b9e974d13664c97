package dev.broadsheet.sink.postgresql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/**
 * A row as JSON: every column a field, null where it is null. Decimals become texts (exact in every language), times ISO-8601 UTC, dates ISO,
 * arrays lists; names inside JSON columns become camelCase as the columns' labels are.
 */
final class JsonRow {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonRow() {}

    static ObjectNode of(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        ObjectNode object = NODES.objectNode();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            object.set(columns.getColumnLabel(i), value(row, i, columns.getColumnTypeName(i)));
        }
        return object;
    }

    private static JsonNode value(ResultSet row, int i, String type) throws SQLException {
        if (row.getObject(i) == null) {
            return NODES.nullNode();
        }
        return switch (type) {
            case "int2", "int4", "int8" -> NODES.numberNode(row.getLong(i));
            case "float4", "float8" -> NODES.numberNode(row.getDouble(i));
            case "bool" -> NODES.booleanNode(row.getBoolean(i));
            case "numeric" -> NODES.textNode(row.getBigDecimal(i).toPlainString());
            case "timestamptz" ->
                NODES.textNode(
                        row.getObject(i, OffsetDateTime.class).toInstant().toString());
            case "json", "jsonb" -> camel(parse(row.getString(i)));
            case "_text", "_int4", "_int8" -> list(row.getArray(i));
            default -> NODES.textNode(row.getString(i));
        };
    }

    private static ArrayNode list(Array array) throws SQLException {
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
