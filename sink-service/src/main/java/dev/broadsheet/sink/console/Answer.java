package dev.broadsheet.sink.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** What a request is answered with. ETag, compression and the headers that protect are added by the server. */
@SuppressWarnings("ArrayRecordComponent") // raw bytes; never compared
public record Answer(int status, String type, byte[] body, Map<String, String> headers) {
    static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final String JSON = "application/json; charset=utf-8";

    public Answer {
        headers = Map.copyOf(headers);
    }

    /** 200 with this JSON. */
    public static Answer ok(JsonNode body) {
        return of(OK, body);
    }

    public static Answer of(int status, JsonNode body) {
        return new Answer(status, JSON, Json.bytes(body), Map.of());
    }

    /** 204. */
    public static Answer empty() {
        return new Answer(NO_CONTENT, "", new byte[0], Map.of());
    }

    /** 200 with something that is no JSON. */
    public static Answer file(String type, byte[] body) {
        return new Answer(OK, type, body, Map.of());
    }

    static Answer error(ApiException e) {
        Answer error = error(e.status(), e.code(), e.sentence());
        return e.retryAfter() > 0 ? error.with("Retry-After", "" + e.retryAfter()) : error;
    }

    static Answer error(int status, String code, String message) {
        var error = Json.object();
        error.putObject("error").put("status", status).put("code", code).put("message", message);
        return of(status, error);
    }

    public Answer with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Answer(status, type, body, more);
    }
}
