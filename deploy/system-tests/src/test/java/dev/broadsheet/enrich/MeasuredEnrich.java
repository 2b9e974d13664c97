package dev.broadsheet.enrich;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.enrich.extract.LoadedVocabulary;
import dev.broadsheet.enrich.link.Linker;
import dev.broadsheet.enrich.rollup.RollupTelemetry;
import dev.broadsheet.enrich.rollup.RollupTopology;
import dev.broadsheet.runtime.CommonSettings;
import dev.broadsheet.runtime.DeadLetterContext;
import dev.broadsheet.runtime.MeasuredStreams;
import dev.broadsheet.runtime.Software;
import dev.broadsheet.runtime.TimeLimit;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.streams.Topology;

/** Enrich and roll-up as {@link EnrichService} puts them together, under settings of Streams that only a measurement may choose. */
public final class MeasuredEnrich {
    private final EnrichSettings settings;
    private final CommonSettings common;
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final AvroSerdes serdes;
    private final Map<String, Object> instead;

    private MeasuredEnrich(Map<String, String> environment, Map<String, Object> instead) {
        this.settings = EnrichSettings.read(environment);
        this.common = settings.common();
        this.serdes = new AvroSerdes(common.registry());
        this.instead = instead;
    }

    public static void start(Map<String, String> environment, Map<String, Object> instead) {
        MeasuredEnrich measured = new MeasuredEnrich(environment, instead);
        measured.enrich();
        measured.rollup();
    }

    private void enrich() {
        String extractor = EnrichService.extractorVersion(LoadedVocabulary.NONE.vocabulary());
        DeadLetterContext deadLetters = deadLetters("enrich");
        ArticleEnricher enricher = new ArticleEnricher(
                Linker.create(LoadedVocabulary.NONE.vocabulary(), settings.mostMentions())::read,
                new TimeLimit("enrich", settings.limit()),
                new Mapping(extractor),
                serdes.valueOf(common.topics().name(Topic.ARTICLES), Article.class)
                        .serializer(),
                deadLetters);
        EnrichReceipts receipts = new EnrichReceipts(common.instance(), Clock.systemUTC());
        EnrichTelemetry counters = new EnrichTelemetry(meters);
        start(
                settings.threads(),
                new EnrichTopology(common.topics(), serdes)
                        .build(
                                () -> new ArticleProcessor(enricher, receipts, counters),
                                () -> new ProjectProcessor(counters)),
                deadLetters);
    }

    private void rollup() {
        start(
                settings.rollupThreads(),
                new RollupTopology(common.topics(), serdes, new RollupTelemetry(meters)).build(),
                deadLetters("rollup"));
    }

    private void start(int threads, Topology topology, DeadLetterContext deadLetters) {
        MeasuredStreams.start(common, settings.stateDir(), threads, topology, meters, deadLetters, instead);
    }

    private DeadLetterContext deadLetters(String stage) {
        return new DeadLetterContext(
                stage,
                common.topics(),
                common.instance(),
                Software.version(),
                null,
                Clock.systemUTC(),
                serdes.<DeadLetter>value().serializer());
    }
}
