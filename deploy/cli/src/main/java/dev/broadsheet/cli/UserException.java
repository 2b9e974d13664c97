package dev.broadsheet.cli;

/** Something a person can mend; its message is the one sentence they are shown, and the exit code is 1. */
final class UserException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UserException(String message) {
        super(message);
    }
}
