package dev.broadsheet.ingest.intake;

import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.ingest.intake.IssueReader.Bad;
import dev.broadsheet.ingest.intake.IssueReader.Issue;
import dev.broadsheet.ingest.intake.IssueReader.Reading;
import dev.broadsheet.runtime.trace.Step;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Brings one claim after another to its end: read, sent, acknowledged, filed away. Until then the file stays claimed and
 * is tried again, ever more slowly; a file that was written to after it was read is taken once more. Bytes are kept only
 * until the producer has them. One thread, but for the acknowledgements, which are posted to it.
 */
final class ClaimWork {
    private static final Logger LOG = LoggerFactory.getLogger(ClaimWork.class);
    private static final long FIRST_PAUSE = 500;
    private static final int LONGEST_DOUBLING = 5;

    private final IntakeTools tools;
    private final String component;
    private final Mailbox mailbox;
    private final Claims claims;
    private int inFlight;
    private int failures;
    private long pausedUntil;

    ClaimWork(IntakeTools tools, String feed, Mailbox mailbox, Claims claims) {
        this.tools = tools;
        this.component = "intake." + feed;
        this.mailbox = mailbox;
        this.claims = claims;
    }

    /** The folder that the claims lie in. */
    interface Claims {
        /** The claim has come to its end. */
        void release(Claim claim) throws IOException;

        /** The file as it is now, received now. */
        Claim again(Claim claim) throws IOException;
    }

    /** How a claim ends once the brokers have its records; the issue's bytes are not part of it. */
    private record Ending(Claim claim, @Nullable Bad bad, Step step) {
        Path shelf() {
            return bad == null ? claim.feed().done() : claim.feed().rejected();
        }
    }

    boolean idle() {
        return inFlight == 0;
    }

    /** While the brokers or the registry do not answer, nothing new is claimed. */
    long pausedUntil() {
        return pausedUntil;
    }

    void begin(Claim claim) {
        tools.telemetry().of(claim.feed()).claimed(claim);
        work(claim, 0);
    }

    private void work(Claim claim, int attempt) {
        long bytes = Math.min(claim.size(), IssueReader.LIMIT + 1L);
        try {
            tools.budget().take(bytes);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
        inFlight++;
        Reading reading = tools.reader().read(claim);
        Step step = tools.traces().delivery(claim.delivery());
        Ending ending = new Ending(claim, reading instanceof Bad bad ? bad : null, step);
        var unused = send(claim, reading, step.onward(new RecordHeaders())).whenComplete((sent, failure) -> {
            tools.budget().give(bytes);
            mailbox.post(() -> acknowledged(ending, failure, attempt));
        });
    }

    private CompletableFuture<Void> send(Claim claim, Reading reading, Headers headers) {
        try {
            if (reading instanceof Issue issue) {
                RawIssue raw = issue.raw();
                MDC.put("issueId", raw.getIssueId());
                return tools.sender().issue(raw, IntakeReceipts.received(claim, raw.getIssueId()), headers);
            }
            Bad bad = (Bad) reading;
            return tools.sender().receipt(IntakeReceipts.rejected(claim, bad.issueId(), bad.reason()), headers);
        } finally {
            MDC.remove("issueId");
        }
    }

    private void acknowledged(Ending ending, @Nullable Throwable failure, int attempt) {
        inFlight--;
        if (failure != null) {
            tryAgain(ending.claim(), unwrapped(failure), attempt);
            return;
        }
        failures = 0;
        pausedUntil = 0;
        tools.health().up(component);
        count(ending);
        shelve(ending, 0);
    }

    private void count(Ending ending) {
        if (ending.bad() == null) {
            tools.telemetry().of(ending.claim().feed()).received(ending.claim());
        } else {
            LOG.warn("rejected {}: {}", ending.claim().name(), ending.bad().reason());
            tools.telemetry().rejected(ending.claim(), ending.bad().fault());
            ending.step().failed(ending.bad().reason());
        }
        ending.step().end();
    }

    private void tryAgain(Claim claim, Throwable failure, int attempt) {
        long pause = FIRST_PAUSE << Math.min(attempt, LONGEST_DOUBLING);
        tools.telemetry().of(claim.feed()).retried();
        tools.health().down(component, claim.name() + " stays claimed and is tried again: " + failure);
        if (!IssueSender.isRecords(failure)) {
            pausedUntil = tools.clock().millis() + (FIRST_PAUSE << Math.min(failures++, LONGEST_DOUBLING));
        }
        mailbox.later(tools.clock().millis() + pause, () -> work(claim, attempt + 1));
    }

    private void shelve(Ending ending, int attempt) {
        Claim claim = ending.claim();
        try {
            if (ending.bad() == null && wasWritten(claim)) {
                LOG.warn("{} was written to after it had been read; it is taken once more", claim.file());
                begin(claims.again(claim));
                return;
            }
            if (ending.bad() == null || !ending.bad().gone()) {
                Shelf.put(claim, ending.shelf());
            }
            claims.release(claim);
            if (attempt > 0) {
                tools.health().up(component);
            }
        } catch (IOException e) {
            tools.telemetry().of(claim.feed()).retried();
            tools.health()
                    .down(
                            component,
                            claim.file() + " was received but cannot be moved to " + ending.shelf() + ": " + e);
            mailbox.later(
                    tools.clock().millis() + (FIRST_PAUSE << Math.min(attempt, LONGEST_DOUBLING)),
                    () -> shelve(ending, attempt + 1));
        }
    }

    private static boolean wasWritten(Claim claim) throws IOException {
        try {
            return claim.wasWritten();
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
