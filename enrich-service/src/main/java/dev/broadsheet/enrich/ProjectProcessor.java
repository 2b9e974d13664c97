package dev.broadsheet.enrich;

import dev.broadsheet.contracts.Ids;
import dev.broadsheet.contracts.Project;
import dev.broadsheet.contracts.ProjectChange;
import dev.broadsheet.contracts.ProjectReport;
import dev.broadsheet.contracts.Replay;
import dev.broadsheet.contracts.SubscriberHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what each article says of each project and writes the project anew when that changes. The project follows from what stands, not from
 * what came when; a change that changes nothing writes nothing. One instance per stream task.
 */
final class ProjectProcessor implements Processor<String, ProjectChange, String, Project> {
    /**
     * Articles of one project that are kept; the oldest are left out. A report is some 20 KB at most ({@link ProjectMapping}), so the reports that are
     * read for a change, and the record made of them, are some 10 MB, which every topic takes.
     */
    static final int MOST_REPORTS = 500;

    private static final StringSerializer PREFIX = new StringSerializer();

    private final EnrichTelemetry telemetry;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process
    private ProcessorContext<String, Project> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, ProjectReport> reports;

    ProjectProcessor(EnrichTelemetry telemetry) {
        this.telemetry = telemetry;
    }

    @Override
    public void init(ProcessorContext<String, Project> context) {
        this.context = context;
        this.reports = context.getStateStore(EnrichTopology.REPORTS_STORE);
    }

    @Override
    public void process(Record<String, ProjectChange> record) {
        ProjectChange change = record.value();
        String key = key(change.getProjectId(), change.getArticleId());
        ProjectReport before = reports.get(key);
        if (isOlder(change, before)) {
            telemetry.projectPassedOver();
            return;
        }
        if (isSame(before, change.getReport()) && !Replay.mustRepeat(record.headers())) {
            telemetry.projectUnchanged();
            return;
        }
        reports.put(key, change.getReport());
        List<ProjectReport> standing = standing(change.getProjectId());
        if (dropOldest(standing, change.getArticleId())) {
            telemetry.projectUnchanged();
            return;
        }
        write(record, standing);
    }

    /** Whether it was the very report that had just come: then everything is as before. */
    private boolean dropOldest(List<ProjectReport> standing, String newcomer) {
        boolean itself = false;
        while (standing.size() > MOST_REPORTS) {
            ProjectReport oldest = standing.remove(standing.size() - 1);
            reports.delete(key(oldest.getProjectId(), oldest.getArticleId()));
            telemetry.droppedReport();
            itself = oldest.getArticleId().equals(newcomer);
        }
        return itself;
    }

    private void write(Record<String, ProjectChange> record, List<ProjectReport> standing) {
        Project project = standing.isEmpty() ? Projects.retracted(record.value()) : Projects.of(standing);
        context.forward(new Record<>(
                project.getProjectId(), project, record.timestamp(), SubscriberHeaders.of(project, record.headers())));
        if (standing.isEmpty()) {
            telemetry.projectRetracted();
        } else {
            telemetry.projectWritten();
        }
    }

    private static boolean isOlder(ProjectChange change, @Nullable ProjectReport before) {
        return before != null && Ids.VERSION_ORDER.compare(change.getVersion(), before.getVersion()) < 0;
    }

    /** By their bytes: a list as Avro reads it compares its records without their conversions, and throws at the dates of milestones. */
    private static boolean isSame(@Nullable ProjectReport one, @Nullable ProjectReport other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        try {
            return one.toByteBuffer().equals(other.toByteBuffer());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Newest first. */
    private List<ProjectReport> standing(String projectId) {
        List<ProjectReport> found = new ArrayList<>();
        try (KeyValueIterator<String, ProjectReport> all = reports.prefixScan(key(projectId, ""), PREFIX)) {
            all.forEachRemaining(entry -> found.add(entry.value));
        }
        found.sort(Projects.NEWEST_FIRST);
        return found;
    }

    private static String key(String projectId, String articleId) {
        return projectId + "\n" + articleId;
    }
}
