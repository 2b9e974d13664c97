package dev.broadsheet.ingest;

import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.Delivery;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.Replay;
import dev.broadsheet.contracts.SeenIssue;
import dev.broadsheet.contracts.SplitResult;
import dev.broadsheet.ingest.SplitTelemetry.Outcome;
import dev.broadsheet.runtime.PoisonException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Decides whether an issue is the first with its bytes, and splits it if so. The same delivery again changes nothing;
 * another delivery of the same bytes brings one DUPLICATE receipt; a higher generation is split again. An issue that
 * failed is not seen, so that its replay and its next delivery are worked on; one of which results could not be written is split again. The
 * SPLIT receipt is the guard's, which knows what the page replaced. One instance per stream task.
 */
final class IssueProcessor implements Processor<String, RawIssue, String, Object> {
    private static final int REMEMBERED = 256;
    /** Generation of an issue of which every delivery has failed. */
    private static final long NONE = 0;

    private static final String ISSUE_ID = "issueId";

    private final IssueSplitter splitter;
    private final SplitReceipts receipts;
    private final SplitTelemetry telemetry;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process
    private ProcessorContext<String, Object> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, SeenIssue> seenIssues;

    IssueProcessor(IssueSplitter splitter, SplitReceipts receipts, SplitTelemetry telemetry) {
        this.splitter = splitter;
        this.receipts = receipts;
        this.telemetry = telemetry;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.seenIssues = context.getStateStore(SplitTopology.SEEN_STORE);
    }

    @Override
    public void process(Record<String, RawIssue> record) {
        @Nullable RawIssue issue = record.value();
        if (issue == null) {
            throw PoisonException.noValue();
        }
        MDC.put(ISSUE_ID, issue.getIssueId());
        try {
            SeenIssue seen = seenIssues.get(issue.getIssueId());
            if (hasFailed(record, seen)) {
                telemetry.count(Outcome.REPEATED);
            } else if (seen == null || seen.getGeneration() < issue.getGeneration() || isUnfinished(record, seen)) {
                split(record, seen);
            } else {
                again(record, seen);
            }
        } finally {
            MDC.remove(ISSUE_ID);
        }
    }

    private static boolean isUnfinished(Record<String, RawIssue> record, SeenIssue seen) {
        return seen.getGeneration() == record.value().getGeneration() && Replay.mustRepeat(record.headers());
    }

    /** Whether this very record was sent before, and has its dead letter; the file dropped again has another receivedAt. */
    private static boolean hasFailed(Record<String, RawIssue> record, @Nullable SeenIssue seen) {
        return seen != null
                && !Replay.isIn(record.headers())
                && seen.getFailures().contains(sending(record.value()));
    }

    private static String sending(RawIssue issue) {
        Delivery delivery = issue.getDelivery();
        return delivery.getDeliveryId() + "-" + delivery.getReceivedAt().toEpochMilli() + "-" + issue.getGeneration();
    }

    private void split(Record<String, RawIssue> record, @Nullable SeenIssue seen) {
        IssueSplitter.Outcome outcome = splitter.split(record, context.recordMetadata());
        if (outcome instanceof IssueSplitter.Succeeded succeeded) {
            succeed(record, seen, succeeded.result());
        } else if (outcome instanceof IssueSplitter.Failed failed) {
            fail(record, seen, failed.deadLetter());
        }
    }

    private void succeed(Record<String, RawIssue> record, @Nullable SeenIssue seen, SplitResult result) {
        RawIssue issue = record.value();
        SeenIssue before = known(seen);
        SeenIssue.Builder now = SeenIssue.newBuilder(before).setGeneration(issue.getGeneration());
        if (before.getGeneration() == NONE) {
            now.setFirstDeliveryId(issue.getDelivery().getDeliveryId())
                    .setFirstFileName(issue.getDelivery().getFileName());
        }
        seenIssues.put(issue.getIssueId(), now.build());
        forward(record, result.getPage().getPageId(), result, SplitTopology.BY_PAGE);
        telemetry.count(Outcome.SPLIT);
    }

    private void fail(Record<String, RawIssue> record, @Nullable SeenIssue seen, DeadLetter letter) {
        SeenIssue before = known(seen);
        seenIssues.put(
                record.value().getIssueId(),
                SeenIssue.newBuilder(before)
                        .setFailures(newest(before.getFailures(), sending(record.value())))
                        .build());
        forward(record, letter.getDeadLetterId(), letter, SplitTopology.DEAD_LETTERS);
        receipt(record, receipts.failed(record.value(), letter));
        telemetry.failed(letter);
    }

    private static SeenIssue known(@Nullable SeenIssue seen) {
        return seen == null ? new SeenIssue("", "", NONE, List.of(), List.of()) : seen;
    }

    private static List<String> newest(List<String> known, String next) {
        List<String> all = new ArrayList<>(known);
        all.remove(next);
        all.add(next);
        return all.subList(Math.max(0, all.size() - REMEMBERED), all.size());
    }

    private void again(Record<String, RawIssue> record, SeenIssue seen) {
        RawIssue issue = record.value();
        String delivery = issue.getDelivery().getDeliveryId();
        if (delivery.equals(seen.getFirstDeliveryId())
                || seen.getDuplicateDeliveryIds().contains(delivery)) {
            telemetry.count(Outcome.REPEATED);
            return;
        }
        seenIssues.put(
                issue.getIssueId(),
                SeenIssue.newBuilder(seen)
                        .setDuplicateDeliveryIds(newest(seen.getDuplicateDeliveryIds(), delivery))
                        .build());
        receipt(record, receipts.duplicate(issue, seen));
        telemetry.count(Outcome.DUPLICATE);
    }

    private void receipt(Record<String, RawIssue> record, Receipt receipt) {
        forward(record, record.value().getIssueId(), receipt, SplitTopology.SPLIT_RECEIPTS);
    }

    private void forward(Record<String, RawIssue> record, String key, Object value, String child) {
        long receivedAt = record.value().getDelivery().getReceivedAt().toEpochMilli();
        context.forward(new Record<>(key, value, receivedAt, record.headers()), child);
    }
}
