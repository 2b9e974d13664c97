package dev.broadsheet.ingest;

import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.ingest.split.PageSplitter;
import dev.broadsheet.runtime.CommonSettings;
import dev.broadsheet.runtime.DeadLetterContext;
import dev.broadsheet.runtime.MeasuredStreams;
import dev.broadsheet.runtime.Software;
import dev.broadsheet.runtime.TimeLimit;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.Map;

/** Split as {@link IngestService} puts it together, under settings of Streams that only a measurement may choose. */
public final class MeasuredSplit {
    private MeasuredSplit() {}

    public static void start(Map<String, String> environment, Map<String, Object> instead) {
        IngestSettings settings = IngestSettings.read(environment);
        CommonSettings common = settings.common();
        Clock clock = Clock.systemUTC();
        MeterRegistry meters = new SimpleMeterRegistry();
        AvroSerdes serdes = new AvroSerdes(common.registry());
        SplitMapping mapping = new SplitMapping(PresentSplitter.version());
        SplitReceipts receipts = new SplitReceipts(common.instance(), clock);
        SplitTelemetry counters = new SplitTelemetry(meters);
        DeadLetterContext deadLetters = new DeadLetterContext(
                "split",
                common.topics(),
                common.instance(),
                Software.version(),
                mapping.extractor(),
                clock,
                serdes.<DeadLetter>value().serializer());
        IssueSplitter splitter = new IssueSplitter(
                new PageSplitter()::split,
                new TimeLimit("split", settings.splitLimit()),
                mapping,
                serdes.valueOf(common.topics().name(Topic.ISSUES), RawIssue.class)
                        .serializer(),
                deadLetters);
        MeasuredStreams.start(
                common,
                settings.stateDir(),
                settings.threads(),
                new SplitTopology(common.topics(), serdes, clock)
                        .build(
                                () -> new IssueProcessor(splitter, receipts, counters),
                                () -> new PageProcessor(mapping, receipts, counters)),
                meters,
                deadLetters,
                instead);
    }
}
