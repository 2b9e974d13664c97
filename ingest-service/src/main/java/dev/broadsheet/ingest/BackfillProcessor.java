package dev.broadsheet.ingest;

import dev.broadsheet.contracts.BackfillHeaders;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.SplitResult;
import dev.broadsheet.runtime.PoisonException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Splits an issue again and sends the page to the version guard under the pageId it stands under. Remembers nothing: the
 * same issue again is the same version again, which the guard takes calmly. One instance per stream task.
 */
final class BackfillProcessor implements Processor<String, RawIssue, String, Object> {
    private static final String ISSUE_ID = "issueId";

    private final IssueSplitter splitter;
    private final SplitReceipts receipts;
    private final BackfillTelemetry telemetry;
    private final Runnable done;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process
    private ProcessorContext<String, Object> context;

    /** {@code done} is run after every issue. */
    BackfillProcessor(IssueSplitter splitter, SplitReceipts receipts, BackfillTelemetry telemetry, Runnable done) {
        this.splitter = splitter;
        this.receipts = receipts;
        this.telemetry = telemetry;
        this.done = done;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
    }

    @Override
    public void process(Record<String, RawIssue> record) {
        @Nullable RawIssue issue = record.value();
        if (issue == null) {
            throw PoisonException.noValue();
        }
        MDC.put(ISSUE_ID, issue.getIssueId());
        try {
            IssueSplitter.Outcome outcome = splitter.split(record, context.recordMetadata());
            if (outcome instanceof IssueSplitter.Succeeded succeeded) {
                succeed(record, succeeded.result());
            } else if (outcome instanceof IssueSplitter.Failed failed) {
                fail(record, failed.deadLetter());
            }
        } finally {
            MDC.remove(ISSUE_ID);
            done.run();
        }
    }

    private void succeed(Record<String, RawIssue> record, SplitResult split) {
        SplitResult result = BackfillHeaders.pageId(record.headers())
                .map(pageId -> SplitMapping.under(pageId, split))
                .orElse(split);
        forward(record, result.getPage().getPageId(), result, BackfillTopology.PAGES);
        telemetry.split();
    }

    private void fail(Record<String, RawIssue> record, DeadLetter letter) {
        Record<String, RawIssue> outward = record.withHeaders(BackfillHeaders.without(record.headers()));
        forward(outward, letter.getDeadLetterId(), letter, BackfillTopology.DEAD_LETTERS);
        forward(
                outward,
                record.value().getIssueId(),
                receipts.failed(record.value(), letter),
                BackfillTopology.RECEIPTS);
        telemetry.failed(letter);
    }

    // With the time of the run, not of the page: articles are kept for days, and old ones would be gone before they are
    // read.
    private void forward(Record<String, RawIssue> record, String key, Object value, String child) {
        context.forward(record.withKey(key).withValue(value), child);
    }
}
