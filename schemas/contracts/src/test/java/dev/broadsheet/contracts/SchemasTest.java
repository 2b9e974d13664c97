package dev.broadsheet.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.CompatibilityChecker;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class SchemasTest {
    private static final Path RELEASED = Path.of("released");
    private static final Map<String, Schema> SUBJECTS = SchemaCatalog.subjects(new Topics("", 1));

    @Test
    void everyFieldAndEveryTypeSaysWhatItIs() {
        Set<String> silent = new HashSet<>();
        Set<String> seen = new HashSet<>();
        SUBJECTS.values().forEach(schema -> collectSilent(schema, seen, silent));

        assertThat(silent).isEmpty();
        assertThat(seen).hasSizeGreaterThan(25);
    }

    @Test
    void everyEnumHasADefaultSoThatOldReadersSurviveNewSymbols() {
        Set<String> seen = new HashSet<>();
        SUBJECTS.values().forEach(schema -> collectSilent(schema, seen, new HashSet<>()));

        assertThat(enums(SUBJECTS.values().stream(), new HashSet<>()))
                .isNotEmpty()
                .allSatisfy(type -> assertThat(type.getEnumDefault()).isEqualTo("UNKNOWN"));
    }

    @Test
    void everySubjectIsCompatibleWithEveryReleasedSchema() throws IOException {
        List<Path> releases = releases();
        assertThat(releases).isNotEmpty();
        for (Map.Entry<String, Schema> subject : SUBJECTS.entrySet()) {
            List<AvroSchema> earlier = new java.util.ArrayList<>();
            for (Path release : releases) {
                Path file = release.resolve(subject.getKey() + ".avsc");
                if (Files.exists(file)) {
                    earlier.add(new AvroSchema(Files.readString(file)));
                }
            }
            assertThat(reasons(new AvroSchema(subject.getValue()), earlier))
                    .as(subject.getKey())
                    .isEmpty();
        }
    }

    @Test
    void aFieldThatLosesItsDefaultIsFoundIncompatible() {
        AvroSchema released = new AvroSchema("""
                {"type":"record","name":"R","fields":[{"name":"a","type":"int"}]}""");
        AvroSchema careless = new AvroSchema("""
                {"type":"record","name":"R","fields":[{"name":"a","type":"int"},{"name":"b","type":"int"}]}""");

        assertThat(reasons(careless, List.of(released))).isNotEmpty();
    }

    /** Writes the schemas of a release: {@code mvn -pl schemas/contracts test -Dtest=SchemasTest -Dbroadsheet.release=0.2.0}. */
    @Test
    @EnabledIfSystemProperty(named = "broadsheet.release", matches = ".+")
    void aReleaseIsKept() throws IOException {
        Path release = Files.createDirectories(RELEASED.resolve(System.getProperty("broadsheet.release", "")));
        for (Map.Entry<String, Schema> subject : SUBJECTS.entrySet()) {
            Files.writeString(
                    release.resolve(subject.getKey() + ".avsc"),
                    org.apache.avro.SchemaFormatter.format("json/pretty", subject.getValue()) + "\n");
        }
        assertThat(release).isNotEmptyDirectory();
    }

    private static List<String> reasons(AvroSchema schema, List<AvroSchema> earlier) {
        return CompatibilityChecker.FULL_TRANSITIVE_CHECKER.isCompatible(schema, earlier);
    }

    private static List<Path> releases() throws IOException {
        try (Stream<Path> releases = Files.list(RELEASED)) {
            return releases.sorted().toList();
        }
    }

    private static void collectSilent(Schema schema, Set<String> seen, Set<String> silent) {
        switch (schema.getType()) {
            case UNION -> schema.getTypes().forEach(type -> collectSilent(type, seen, silent));
            case ARRAY -> collectSilent(schema.getElementType(), seen, silent);
            case ENUM, RECORD -> {
                if (!seen.add(schema.getFullName())) {
                    return;
                }
                if (schema.getDoc() == null) {
                    silent.add(schema.getFullName());
                }
                if (schema.getType() == Schema.Type.RECORD) {
                    for (Schema.Field field : schema.getFields()) {
                        if (field.doc() == null) {
                            silent.add(schema.getFullName() + "." + field.name());
                        }
                        collectSilent(field.schema(), seen, silent);
                    }
                }
            }
            default -> {}
        }
    }

    private static Set<Schema> enums(Stream<Schema> schemas, Set<Schema> found) {
        schemas.forEach(schema -> {
            switch (schema.getType()) {
                case ENUM -> found.add(schema);
                case UNION -> enums(schema.getTypes().stream(), found);
                case ARRAY -> enums(Stream.of(schema.getElementType()), found);
                case RECORD -> enums(schema.getFields().stream().map(Schema.Field::schema), found);
                default -> {}
            }
        });
        return found;
    }
}
