package dev.broadsheet.system.chaos;

import dev.broadsheet.system.chaos.Findings.Breach;
import java.util.ArrayList;
import java.util.List;

/** What came of one run. */
record Report(
        long seed,
        int pages,
        Plan plan,
        List<Recovery> recoveries,
        Findings findings,
        int poisonRecords,
        long seconds,
        List<String> notes) {

    /** As it is printed and kept: one line of numbers, then what was measured, then every breach. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("chaos seed " + seed + ": " + pages + " pages fed and " + poisonRecords + " poison records, "
                + plan.kills() + " kills and " + (plan.steps().size() - plan.kills()) + " other faults in " + seconds
                + " s; lost " + findings.count(Breach.LOST) + ", duplicated " + findings.count(Breach.DUPLICATED)
                + ", stranded " + findings.count(Breach.STRANDED) + ", wrong " + findings.count(Breach.WRONG)
                + ", named by reconcile " + findings.count(Breach.RECONCILED));
        recoveries.forEach(recovery -> lines.add("  recovered " + recovery));
        if (!findings.sentAgain().isEmpty()) {
            lines.add("  sent again by an at-least-once edge: " + findings.sentAgain());
        }
        notes.forEach(note -> lines.add("  " + note));
        findings.lines().stream().limit(50).forEach(line -> lines.add("  " + line));
        return lines;
    }
}
