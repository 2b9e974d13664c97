package dev.broadsheet.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreMemoryTest {
    private static final int RECORD_BYTES = 64 * 1024;

    /** What a store reads again from its file, once it had to leave its buffer, stands in the cache that all share. */
    @Test
    void storesLeaveTheirBuffersEarlyAndShareOneCache(@TempDir Path folder) {
        try (StoreMemory memory = new StoreMemory();
                TopologyTestDriver driver = new TopologyTestDriver(topology(), properties(folder, memory))) {
            long before = memory.cached();
            for (String name : new String[] {"one", "other"}) {
                TestInputTopic<String, byte[]> input =
                        driver.createInputTopic(name, new StringSerializer(), new ByteArraySerializer());
                int records = (int) (4 * StoreMemory.BUFFER_BYTES / RECORD_BYTES);
                for (int i = 0; i < records; i++) {
                    input.pipeInput("key" + i, new byte[RECORD_BYTES]);
                }
                KeyValueStore<String, byte[]> store = driver.getKeyValueStore(name);
                for (int i = 0; i < records; i++) {
                    assertThat(store.get("key" + i)).hasSize(RECORD_BYTES);
                }
                assertThat(memory.cached()).as(name).isGreaterThan(before + RECORD_BYTES);
                before = memory.cached();
            }
        }
    }

    private static Properties properties(Path folder, StoreMemory memory) {
        CommonSettings common = CommonSettings.read(
                "enrich",
                new SettingsReader(Map.of(
                        "BROADSHEET_KAFKA_BOOTSTRAP_SERVERS", "unused:1", "BROADSHEET_REGISTRY_URL", "http://unused")));
        DeadLetterContext letters = new DeadLetterContext(
                "enrich", common.topics(), "test", "0", null, Clock.systemUTC(), (topic, letter) -> new byte[0]);
        Failures failures = new Failures(letters, new SimpleMeterRegistry());
        Properties properties = new Properties();
        properties.putAll(StreamsConfiguration.of(common, "t.memory", folder, 1, memory, failures));
        return properties;
    }

    private static Topology topology() {
        StreamsBuilder builder = new StreamsBuilder();
        for (String name : new String[] {"one", "other"}) {
            builder.table(
                    name,
                    Consumed.with(Serdes.String(), Serdes.ByteArray()).withName(name),
                    Materialized.<String, byte[]>as(Stores.persistentKeyValueStore(name))
                            .withCachingDisabled()
                            .withLoggingDisabled());
        }
        return builder.build();
    }
}
