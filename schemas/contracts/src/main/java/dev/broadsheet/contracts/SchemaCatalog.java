package dev.broadsheet.contracts;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.RestService;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificData;

/**
 * The schemas of one installation and the subjects they belong to, checked against and registered with a registry. For
 * operators and the standalone start; services never register. Errors: {@link IOException} where the registry does not
 * answer or refuses. Not for concurrent use.
 */
public final class SchemaCatalog implements AutoCloseable {
    /** Teams upgrade before and after us. */
    public static final String COMPATIBILITY = "FULL_TRANSITIVE";

    private static final int CACHED_SCHEMAS = 64;
    private static final int NOT_FOUND = 404;

    private final SchemaRegistryClient client;
    private final Map<String, Schema> schemas;

    /** {@code registry} holds Confluent's keys; schema.registry.url may name several servers, separated by commas. */
    public SchemaCatalog(Topics topics, Map<String, String> registry) {
        this(topics, client(registry));
    }

    SchemaCatalog(Topics topics, SchemaRegistryClient client) {
        this.client = client;
        this.schemas = subjects(topics);
    }

    /** What {@link #check} found for one subject: NEW, SAME, COMPATIBLE or INCOMPATIBLE, with the registry's reasons. */
    public record Finding(String subject, Verdict verdict, List<String> reasons) {}

    public enum Verdict {
        NEW,
        SAME,
        COMPATIBLE,
        INCOMPATIBLE
    }

    /** Subjects and schemas, in a fixed order: the topics', then the internal record types'. */
    public static Map<String, Schema> subjects(Topics topics) {
        Map<String, Schema> subjects = new LinkedHashMap<>();
        for (Topic topic : Topic.values()) {
            if (topic.hasSubject()) {
                subjects.put(topics.subject(topic), plain(SpecificData.get().getSchema(topic.value())));
            }
        }
        for (Schema schema : List.of(
                SplitResult.SCHEMA$,
                SeenIssue.SCHEMA$,
                PageState.SCHEMA$,
                PageProgress.SCHEMA$,
                ArticleMetrics.SCHEMA$,
                Metric.SCHEMA$,
                SeriesChange.SCHEMA$,
                ProjectChange.SCHEMA$,
                ProjectReport.SCHEMA$)) {
            subjects.put(schema.getFullName(), plain(schema));
        }
        return subjects;
    }

    /** Compares every subject with the registry and writes nothing. */
    public List<Finding> check() throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, Schema> entry : schemas.entrySet()) {
            findings.add(check(entry.getKey(), new AvroSchema(entry.getValue())));
        }
        return findings;
    }

    /** The level of each registered subject, its own or the registry's, that is not {@link #COMPATIBILITY}. */
    public Map<String, String> weaklyGuarded() throws IOException {
        Map<String, String> levels = new LinkedHashMap<>();
        for (String subject : schemas.keySet()) {
            String level = level(subject);
            if (!level.equals(COMPATIBILITY)) {
                levels.put(subject, level);
            }
        }
        return levels;
    }

    /** Registers every subject and sets {@link #COMPATIBILITY} on it. Repeatable. */
    public List<String> register() throws IOException {
        for (Map.Entry<String, Schema> entry : schemas.entrySet()) {
            try {
                client.register(entry.getKey(), new AvroSchema(entry.getValue()));
                client.updateCompatibility(entry.getKey(), COMPATIBILITY);
            } catch (RestClientException e) {
                throw new IOException("the registry refuses " + entry.getKey() + ": " + e.getMessage(), e);
            }
        }
        return List.copyOf(schemas.keySet());
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    private String level(String subject) throws IOException {
        try {
            return client.getCompatibility(subject);
        } catch (RestClientException e) {
            if (e.getStatus() != NOT_FOUND) {
                throw new IOException(
                        "the registry refuses to tell the level of " + subject + ": " + e.getMessage(), e);
            }
        }
        try {
            return client.getCompatibility(null);
        } catch (RestClientException e) {
            throw new IOException("the registry refuses to tell its level: " + e.getMessage(), e);
        }
    }

    private Finding check(String subject, AvroSchema schema) throws IOException {
        try {
            client.getId(subject, schema);
            return new Finding(subject, Verdict.SAME, List.of());
        } catch (RestClientException e) {
            if (e.getStatus() != NOT_FOUND) {
                throw new IOException("the registry refuses to look up " + subject + ": " + e.getMessage(), e);
            }
        }
        try {
            client.getLatestSchemaMetadata(subject);
            List<String> reasons = client.testCompatibilityVerbose(subject, schema);
            return new Finding(subject, reasons.isEmpty() ? Verdict.COMPATIBLE : Verdict.INCOMPATIBLE, reasons);
        } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND) {
                return new Finding(subject, Verdict.NEW, List.of());
            }
            throw new IOException("the registry refuses to compare " + subject + ": " + e.getMessage(), e);
        }
    }

    // What the serializers look up: they strip Java's properties too.
    private static Schema plain(Schema schema) {
        return AvroSchemaUtils.getSchema(new GenericData.Record(schema), false, false, true);
    }

    private static SchemaRegistryClient client(Map<String, String> registry) {
        String url = registry.getOrDefault("schema.registry.url", "");
        RestService rest = new RestService(List.of(url.split("\\s*,\\s*")));
        return new CachedSchemaRegistryClient(
                rest, CACHED_SCHEMAS, List.of(new AvroSchemaProvider()), registry, Map.of());
    }
}
