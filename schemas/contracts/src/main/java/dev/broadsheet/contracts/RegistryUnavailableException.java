package dev.broadsheet.contracts;

import org.apache.kafka.common.errors.RetriableException;

/** The schema registry could not be reached for as long as a serde waits; the same record will pass once it is back. */
public final class RegistryUnavailableException extends RetriableException {
    private static final long serialVersionUID = 1L;

    public RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
