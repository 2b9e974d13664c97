package dev.broadsheet.sink.console;

import org.jspecify.annotations.Nullable;

/**
 * What a request is answered with when it cannot be done: a status, a code for programs and a sentence for people. The sentence is sent to
 * the caller, so it holds no secret.
 */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final int status;
    private final String code;
    private final int retryAfter;

    public ApiException(int status, String code, String message, @Nullable Throwable cause) {
        this(status, code, message, cause, 0);
    }

    private ApiException(int status, String code, String message, @Nullable Throwable cause, int retryAfter) {
        super(message, cause);
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /** 400: what is wrong with which parameter or field. */
    public static ApiException badRequest(String message) {
        return new ApiException(BAD_REQUEST, "bad_request", message, null);
    }

    /** 404. */
    public static ApiException notFound(String message) {
        return new ApiException(NOT_FOUND, "not_found", message, null);
    }

    /** 409: somebody else was faster. */
    public static ApiException conflict(String code, String message) {
        return new ApiException(CONFLICT, code, message, null);
    }

    static ApiException tooMany(String message, int seconds) {
        return new ApiException(TOO_MANY, "too_many_requests", message, null, seconds);
    }

    /** 503: what the request needs does not answer now. */
    public static ApiException unavailable(String message, Throwable cause) {
        return new ApiException(UNAVAILABLE, "unavailable", message, cause);
    }

    public int status() {
        return status;
    }

    /** Seconds after which to try again; 0 where nobody can tell. */
    int retryAfter() {
        return retryAfter;
    }

    public String code() {
        return code;
    }

    /** The message; never null. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
