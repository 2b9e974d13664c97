package dev.broadsheet.standalone;

/** Why Broadsheet cannot start or go on: one sentence for the user, who has to do something about it. */
public final class StandaloneException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StandaloneException(String sentence) {
        super(sentence);
    }

    public StandaloneException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
