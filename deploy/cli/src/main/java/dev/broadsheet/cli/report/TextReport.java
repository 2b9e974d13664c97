package dev.broadsheet.cli.report;

import dev.broadsheet.cli.report.IssueReport.ReportedEntity;
import dev.broadsheet.cli.report.IssueReport.ReportedMetric;
import java.util.List;

/**
 * What was found in one line of plain text. {@code index} counts the lines of its file from 0; the line is block 0 of everything found,
 * and start and end are UTF-16 units in {@code text}. Field names are those of the JSON document.
 */
public record TextReport(int index, String text, List<ReportedEntity> entities, List<ReportedMetric> metrics) {
    /** The report as one JSON document on one line, figures in plain decimal notation. */
    public String json() {
        return IssueReport.json(this);
    }
}
