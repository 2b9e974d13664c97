package dev.broadsheet.ingest.intake;

import dev.broadsheet.runtime.Health;
import java.time.Clock;

/** What the loops of all feeds share. */
record IntakeTools(
        IssueReader reader,
        IssueSender sender,
        IntakeTelemetry telemetry,
        ByteBudget budget,
        Health health,
        Clock clock) {}
