package dev.broadsheet.runtime;

import java.util.List;

/** What an operator has to mend before the service can run: every problem at once, each a sentence that names its key. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    public SettingsException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** One sentence each, in the order found; none holds a secret. */
    public List<String> problems() {
        return problems;
    }
}
