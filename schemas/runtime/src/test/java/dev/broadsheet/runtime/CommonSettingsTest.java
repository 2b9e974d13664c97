package dev.broadsheet.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommonSettingsTest {
    private static final Map<String, String> LEAST =
            Map.of("BROADSHEET_KAFKA_BOOTSTRAP_SERVERS", "k:9092", "BROADSHEET_REGISTRY_URL", "http://r:8081");

    @Test
    void clientsThatTakeLessThanTheLargestRecordAreRefused() {
        assertThatThrownBy(() -> read(Map.of(
                        "BROADSHEET_KAFKA_MAX_REQUEST_SIZE", "1048576",
                        "BROADSHEET_KAFKA_PRODUCER_BUFFER_MEMORY", "much")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("max.request.size=1048576 is less than the largest record")
                .hasMessageContaining("producer.buffer.memory=much")
                .hasMessageContaining("" + Topic.Sizes.DEAD_LETTER);
        assertThat(read(Map.of("BROADSHEET_KAFKA_MAX_REQUEST_SIZE", "" + Topic.Sizes.DEAD_LETTER))
                        .kafka())
                .containsKey("max.request.size");
    }

    @Test
    void brokersAndRegistryAreEnough() {
        CommonSettings settings = read(Map.of());

        assertThat(settings.kafka()).containsExactly(Map.entry("bootstrap.servers", "k:9092"));
        assertThat(settings.registry()).containsExactly(Map.entry("schema.registry.url", "http://r:8081"));
        assertThat(settings.topics()).isEqualTo(new Topics("broadsheet.", 12));
        assertThat(settings.createTopics()).isTrue();
        assertThat(settings.replication()).isEqualTo((short) -1);
        assertThat(settings.http().host()).isEqualTo("127.0.0.1");
        assertThat(settings.http().port()).isEqualTo(8080);
        assertThat(settings.logFormat()).isEqualTo(LogFormat.TEXT);
        assertThat(settings.applicationId("split")).isEqualTo("broadsheet.split");
    }

    @Test
    void withoutThemBothAreNamed() {
        assertThat(problems(Map.of()))
                .containsExactly("BROADSHEET_KAFKA_BOOTSTRAP_SERVERS is missing", "BROADSHEET_REGISTRY_URL is missing");
    }

    @Test
    void everyWrongValueIsTold() {
        Map<String, String> wrong = new HashMap<>(LEAST);
        wrong.put("BROADSHEET_INSTANCE", "a b");
        wrong.put("BROADSHEET_TOPIC_PREFIX", "a/b");
        wrong.put("BROADSHEET_TOPIC_PARTITIONS", "0");
        wrong.put("BROADSHEET_TOPIC_CREATE", "maybe");
        wrong.put("BROADSHEET_TOPIC_REPLICATION", "many");
        wrong.put("BROADSHEET_HTTP_PORT", "70000");
        wrong.put("BROADSHEET_LOG_FORMAT", "text,json");
        wrong.put("BROADSHEET_LOG_LEVEL", "loud");

        assertThat(problems(wrong)).hasSize(wrong.size() - LEAST.size());
    }

    @Test
    void aGivenInstanceIsNamedAndAMadeUpOneIsNot() {
        CommonSettings given = read(Map.of("BROADSHEET_INSTANCE", "ingest-3fa2c1"));
        CommonSettings madeUp = read(Map.of());

        assertThat(given.instance()).isEqualTo("ingest-3fa2c1");
        assertThat(given.named()).isTrue();
        assertThat(madeUp.instance()).matches("ingest~[0-9a-f]{6}");
        assertThat(madeUp.named()).isFalse();
    }

    @Test
    void theRegistrysTlsAndCredentialsGetTheNamesItsClientKnows() {
        CommonSettings settings = read(Map.of(
                "BROADSHEET_REGISTRY_BASIC_AUTH_USER_INFO", "u:p",
                "BROADSHEET_REGISTRY_SSL_TRUSTSTORE_LOCATION", "/t.p12",
                "BROADSHEET_REGISTRY_AUTO_REGISTER_SCHEMAS", "true"));

        assertThat(settings.registry())
                .containsEntry("basic.auth.user.info", "u:p")
                .containsEntry("basic.auth.credentials.source", "USER_INFO")
                .containsEntry("schema.registry.ssl.truststore.location", "/t.p12")
                .containsEntry("auto.register.schemas", "true");
    }

    @Test
    void printedSettingsHoldNoSecret() {
        String printed = read(Map.of(
                        "BROADSHEET_KAFKA_SASL_JAAS_CONFIG", "x password=\"hunter2\";",
                        "BROADSHEET_KAFKA_SSL_KEY_PASSWORD", "hunter2",
                        "BROADSHEET_KAFKA_SSL_KEYSTORE_KEY", "hunter2",
                        "BROADSHEET_REGISTRY_BASIC_AUTH_USER_INFO", "u:hunter2",
                        "BROADSHEET_KAFKA_SECURITY_PROTOCOL", "SASL_SSL"))
                .toString();

        assertThat(printed).doesNotContain("hunter2").contains("SASL_SSL", "k:9092");
    }

    private static CommonSettings read(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(LEAST);
        environment.putAll(more);
        SettingsReader reader = new SettingsReader(environment);
        CommonSettings settings = CommonSettings.read("ingest", reader);
        reader.finish();
        return settings;
    }

    private static List<String> problems(Map<String, String> environment) {
        SettingsReader reader = new SettingsReader(environment);
        CommonSettings.read("ingest", reader);
        return catchThrowableOfType(SettingsException.class, reader::finish).problems();
    }
}
