package dev.broadsheet.sink.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The description of the API, as far as it is compared with the server. */
final class OpenApi {
    private static final String SCHEMAS = "#/components/schemas/";
    private final JsonNode document;
    private final Set<String> seen = new TreeSet<>();

    OpenApi(JsonNode document) {
        this.document = document;
    }

    /** "GET /articles?from&q…" of all that is described. */
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    assertThat(operation.getValue().path("summary").asText()).isNotBlank();
                    assertThat(operation.getValue().path("responses").size()).isPositive();
                    Set<String> parameters = StreamSupport.stream(
                                    operation.getValue().path("parameters").spliterator(), false)
                            .filter(parameter -> parameter.get("in").asText().equals("query"))
                            .map(parameter -> parameter.get("name").asText())
                            .collect(Collectors.toCollection(TreeSet::new));
                    operations.add(
                            operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey() + parameters);
                }));
        return operations;
    }

    /** The same of all that is served. */
    static Set<String> operations(List<Route> routes) {
        return routes.stream()
                .map(route ->
                        route.method() + " " + route.pattern().replace("…", "") + new TreeSet<>(route.parameters()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** That an answer has the fields of its schema, no more, no fewer, of the types it says. */
    void check(String path, JsonNode answer) {
        JsonNode content =
                document.at("/paths").get(path).at("/get/responses/200/content").get("application/json");
        check(path, content.get("schema"), answer);
    }

    void checkError(JsonNode answer) {
        check("error", document.at("/components/schemas/Error"), answer);
        seen.add("Error");
    }

    /** That every answer there can be has an example, which fits its schema. */
    void checkExamples() {
        document.at("/paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operation
                                .getValue()
                                .get("responses")
                                .properties()
                                .forEach(response -> resolved(response.getValue())
                                        .path("content")
                                        .forEach(content -> checkExample(
                                                operation.getKey() + " " + path.getKey() + " " + response.getKey(),
                                                content)))));
        document.at("/components/schemas").properties().forEach(schema -> {
            if (schema.getValue().has("example")) {
                check(
                        "example of " + schema.getKey(),
                        schema.getValue(),
                        schema.getValue().get("example"));
            }
        });
    }

    private void checkExample(String where, JsonNode content) {
        JsonNode schema = content.get("schema");
        JsonNode example = content.has("example")
                ? content.get("example")
                : resolved(schema).get("example");
        assertThat(example).as("example of " + where).isNotNull();
        check("example of " + where, schema, example);
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** Schemas that no answer has shown. */
    Set<String> unseen() {
        Set<String> names = new TreeSet<>();
        document.at("/components/schemas").fieldNames().forEachRemaining(names::add);
        names.removeAll(seen);
        return names;
    }

    private void check(String where, JsonNode schema, JsonNode value) {
        if (schema.has("oneOf")) {
            if (!value.isNull()) {
                check(where, schema.get("oneOf").get(0), value);
            }
        } else if (schema.has("$ref")) {
            String name = schema.get("$ref").asText().substring(SCHEMAS.length());
            seen.add(name);
            check(where + " " + name, document.at("/components/schemas/" + name), value);
        } else {
            assertThat(types(schema)).as(where + " = " + value).contains(type(value));
            value.forEach(element -> {
                if (schema.has("items")) {
                    check(where + "[]", schema.get("items"), element);
                }
            });
            if (schema.has("properties") && value.isObject()) {
                fields(where, schema.get("properties"), value);
            }
        }
    }

    private void fields(String where, JsonNode properties, JsonNode value) {
        Set<String> described = new TreeSet<>();
        Set<String> answered = new TreeSet<>();
        properties.fieldNames().forEachRemaining(described::add);
        value.fieldNames().forEachRemaining(answered::add);
        assertThat(answered).as(where).isEqualTo(described);
        properties
                .properties()
                .forEach(field -> check(where + "." + field.getKey(), field.getValue(), value.get(field.getKey())));
    }

    private static Set<String> types(JsonNode schema) {
        Set<String> types = new TreeSet<>();
        JsonNode type = schema.get("type");
        if (type.isArray()) {
            type.forEach(one -> types.add(one.asText()));
        } else {
            types.add(type.asText());
        }
        if (types.contains("number")) {
            types.add("integer");
        }
        return types;
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "array";
            case OBJECT -> "object";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            default -> "string";
        };
    }
}
