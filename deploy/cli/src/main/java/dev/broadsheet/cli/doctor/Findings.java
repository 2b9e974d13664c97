package dev.broadsheet.cli.doctor;

import java.util.ArrayList;
import java.util.List;

/** Collects what the checks find, in their order. One thread. */
public final class Findings {
    private final List<Finding> all = new ArrayList<>();

    public void ok(String subject, String finding) {
        all.add(new Finding(Level.OK, subject, finding, null));
    }

    public void warn(String subject, String finding, String mend) {
        all.add(new Finding(Level.WARN, subject, finding, mend));
    }

    public void fail(String subject, String finding, String mend) {
        all.add(new Finding(Level.FAIL, subject, finding, mend));
    }

    public List<Finding> all() {
        return List.copyOf(all);
    }

    /** The worst of them; OK where there are none. */
    public Level worst() {
        return all.stream().map(Finding::level).max(Level::compareTo).orElse(Level.OK);
    }
}
