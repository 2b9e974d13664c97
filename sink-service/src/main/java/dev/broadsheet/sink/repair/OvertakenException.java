package dev.broadsheet.sink.repair;

/** Somebody else began the same kind of repair meanwhile, which ends this one. */
public final class OvertakenException extends RepairException {
    private static final long serialVersionUID = 1L;

    OvertakenException(String message) {
        super(message);
    }

    @Override
    OvertakenException after(String done) {
        return new OvertakenException(done + " done, then: " + getMessage());
    }
}
