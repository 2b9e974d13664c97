package dev.broadsheet.sink.repair;

/** What keeps a repair from being done, and a person can mend; its message is the sentence they are shown. */
public class RepairException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RepairException(String message) {
        super(message);
    }

    /** The same, where some was done before, for example "3 letters". */
    RepairException after(String done) {
        return new RepairException(done + " done, then: " + getMessage());
    }
}
