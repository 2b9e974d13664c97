package dev.broadsheet.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.EnrichedArticle;
import dev.broadsheet.contracts.EntityType;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.enrich.extract.Extractor;
import dev.broadsheet.enrich.extract.LoadedVocabulary;
import dev.broadsheet.enrich.extract.Vocabulary;
import dev.broadsheet.enrich.link.Linker;
import dev.broadsheet.runtime.DeadLetterContext;
import dev.broadsheet.runtime.SettingsException;
import dev.broadsheet.runtime.TimeLimit;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator's folder, from the setting to the records. */
class OperatorVocabularyTest {
    private static final Topics TOPICS = new Topics("t.", 12);

    @TempDir
    Path folder;

    @TempDir
    Path state;

    private final AvroSerdes serdes =
            new AvroSerdes(Map.of("schema.registry.url", "mock://enrich-vocabulary", "auto.register.schemas", true));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private EnrichSettings settings(String vocabularyDir) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "BROADSHEET_KAFKA_BOOTSTRAP_SERVERS", "unused:1",
                "BROADSHEET_REGISTRY_URL", "http://unused"));
        environment.put("BROADSHEET_VOCABULARY_DIR", vocabularyDir);
        return EnrichSettings.read(environment);
    }

    private LoadedVocabulary load(String... rows) throws IOException {
        Files.write(folder.resolve("own.tsv"), List.of(rows));
        return settings(folder.toString()).loadVocabulary();
    }

    private String version(String... rows) throws IOException {
        return EnrichService.extractorVersion(load(rows).vocabulary());
    }

    @Test
    void anOperatorsNameReachesTheEnrichedArticlesUnderAVersionOfItsOwn() throws IOException {
        EnrichedArticle without = enriched(LoadedVocabulary.NONE);
        EnrichedArticle with = enriched(load("漆下听\tPLATFORM\t社区的议事平台"));

        assertThat(without.getEntities()).noneMatch(entity -> entity.getText().equals("漆下听"));
        assertThat(with.getEntities())
                .filteredOn(entity -> entity.getText().equals("漆下听"))
                .singleElement()
                .returns(EntityType.PLATFORM, entity -> entity.getType())
                .returns(List.of(3), entity -> entity.getLines());
        assertThat(with.getExtractor()).isNotEqualTo(without.getExtractor());
        assertThat(without.getExtractor()).isEqualTo(EnrichService.extractorVersion(Vocabulary.NONE));
    }

    @Test
    void theVersionFollowsNamesAndTypesAndNothingElseOfTheFolder() throws IOException {
        String version = version("漆下听\tPLATFORM\t一个平台", "青禾七步\tPROGRAMME");

        assertThat(version).matches("[0-9a-f]{16}");
        assertThat(version("# 换了顺序", "青禾七步\tPROGRAMME\t办法", "bad row", "漆下听\tPLATFORM"))
                .isEqualTo(version);
        assertThat(version("漆下听\tPLATFORM", "青禾七步\tEVENT")).isNotEqualTo(version);
        assertThat(version("漆下听\tPLATFORM")).isNotEqualTo(version);
        Files.writeString(folder.resolve("a.tsv"), "青禾七步\tPROGRAMME\n");
        assertThat(version("漆下听\tPLATFORM")).as("in two files").isEqualTo(version);
        Files.delete(folder.resolve("a.tsv"));
        assertThat(version("# nothing")).isEqualTo(EnrichService.extractorVersion(Vocabulary.NONE));
    }

    @Test
    void anotherLimitOfMentionsIsAnotherVersionForItMakesOtherRecords() {
        String usual = EnrichService.extractorVersion(Vocabulary.NONE);

        assertThat(EnrichService.extractorVersion(Vocabulary.NONE, Extractor.MOST_MENTIONS))
                .isEqualTo(usual);
        assertThat(EnrichService.extractorVersion(Vocabulary.NONE, 10)).isNotEqualTo(usual);
    }

    @Test
    void aFolderThatIsNoneIsAProblemOfTheSettings() throws IOException {
        Path file = Files.createFile(folder.resolve("names.tsv"));
        for (Path wrong : List.of(folder.resolve("missing"), file)) {
            assertThatExceptionOfType(SettingsException.class)
                    .isThrownBy(() -> settings(wrong.toString()))
                    .withMessage("BROADSHEET_VOCABULARY_DIR is " + wrong + ", which is no folder");
        }
        EnrichSettings settings = settings(folder.toString());
        Files.delete(file);
        Files.delete(folder);
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(settings::loadVocabulary)
                .withMessageStartingWith("BROADSHEET_VOCABULARY_DIR is " + folder + ", which cannot be read: ");
    }

    @Test
    void withoutTheSettingThereIsNoVocabulary() {
        assertThat(settings(" ").vocabularyDir()).isNull();
        assertThat(settings(" ").loadVocabulary()).isEqualTo(LoadedVocabulary.NONE);
    }

    @Test
    void telemetrySaysWhatWasLoadedAndWhatWasRejected() throws IOException {
        Files.write(folder.resolve("gbk.tsv"), new byte[] {(byte) 0xC7, (byte) 0xE0});
        new EnrichTelemetry(meters).vocabulary(load("漆下听\tPLATFORM", "青禾七步\tRIVER", "拾光节", "雁栖谷\tPLACE"));

        assertThat(gauge("rows", "loaded")).isEqualTo(2);
        assertThat(gauge("rows", "rejected")).isEqualTo(2);
        assertThat(gauge("files", "loaded")).isEqualTo(1);
        assertThat(gauge("files", "rejected")).isEqualTo(1);
    }

    private double gauge(String what, String outcome) {
        return meters.get("broadsheet.enrich.vocabulary." + what)
                .tag("outcome", outcome)
                .gauge()
                .value();
    }

    private EnrichedArticle enriched(LoadedVocabulary names) {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "t.enrich");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        Article article = Articles.article("i1", 0, 1, "居民打开漆下听，三天就等来了回音。");
        try (TimeLimit limit = new TimeLimit("enrich-test", Duration.ofSeconds(10));
                TopologyTestDriver driver = new TopologyTestDriver(topology(names.vocabulary(), limit), config)) {
            driver.createInputTopic(
                            TOPICS.name(Topic.ARTICLES),
                            new StringSerializer(),
                            serdes.<Article>value().serializer())
                    .pipeInput(article.getArticleId(), article, Articles.NOON);
            return driver.createOutputTopic(
                            TOPICS.name(Topic.ARTICLES_ENRICHED),
                            new StringDeserializer(),
                            serdes.<EnrichedArticle>value().deserializer())
                    .readValue();
        }
    }

    private Topology topology(Vocabulary names, TimeLimit limit) {
        String version = EnrichService.extractorVersion(names);
        Clock clock = Clock.fixed(Articles.NOON, ZoneOffset.UTC);
        DeadLetterContext context = new DeadLetterContext(
                "enrich",
                TOPICS,
                "enrich-1",
                "0",
                version,
                clock,
                serdes.<DeadLetter>value().serializer());
        ArticleEnricher enricher = new ArticleEnricher(
                Linker.create(names)::read,
                limit,
                new Mapping(version),
                serdes.<Article>value().serializer(),
                context);
        EnrichTelemetry counters = new EnrichTelemetry(meters);
        return new EnrichTopology(TOPICS, serdes)
                .build(
                        () -> new ArticleProcessor(enricher, new EnrichReceipts("enrich-1", clock), counters),
                        () -> new ProjectProcessor(counters));
    }
}
