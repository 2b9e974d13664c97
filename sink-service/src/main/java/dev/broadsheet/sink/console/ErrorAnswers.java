package dev.broadsheet.sink.console;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** What Jetty itself refuses (headers or address too long, malformed requests), counted and answered as the API's requests are. */
final class ErrorAnswers extends ErrorHandler {
    private final Gate gate;
    private final RequestTimes times;
    private final boolean tls;

    ErrorAnswers(Gate gate, RequestTimes times, boolean tls) {
        this.gate = gate;
        this.times = times;
        this.tls = tls;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        long begun = System.nanoTime();
        Answer answer = answer(request, response.getStatus());
        response.setStatus(answer.status());
        HttpFields.Mutable headers = response.getHeaders();
        Headers.protect(headers, tls);
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        answer.headers().forEach(headers::put);
        headers.put(HttpHeader.CONTENT_TYPE, answer.type());
        headers.put(HttpHeader.CONTENT_LENGTH, answer.body().length);
        times.record(request, answer.status(), begun);
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
        return true;
    }

    private Answer answer(Request request, int given) {
        int status = given == 0 ? HttpStatus.INTERNAL_SERVER_ERROR_500 : given;
        try {
            gate.count(Gate.address(request));
        } catch (ApiException tooMany) {
            return Answer.error(tooMany);
        }
        Object why = request.getAttribute(ERROR_MESSAGE);
        ConsoleHandler.log(
                request,
                status,
                code(status),
                why == null ? "refused by the server" : why.toString(),
                cause(request, status));
        return Answer.error(status, code(status), sentence(status));
    }

    private static @Nullable Throwable cause(Request request, int status) {
        boolean ours = status >= HttpStatus.INTERNAL_SERVER_ERROR_500;
        return ours && request.getAttribute(ERROR_EXCEPTION) instanceof Throwable failure ? failure : null;
    }

    private static String code(int status) {
        return switch (status) {
            case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431, HttpStatus.URI_TOO_LONG_414 -> "too_large";
            case HttpStatus.INTERNAL_SERVER_ERROR_500 -> "failed";
            default -> "bad_request";
        };
    }

    private static String sentence(int status) {
        return switch (status) {
            case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 -> "the headers are too large";
            case HttpStatus.URI_TOO_LONG_414 -> "the address is too long";
            case HttpStatus.INTERNAL_SERVER_ERROR_500 -> "this is a fault of ours; the log of the service tells more";
            default -> "this request is not understood";
        };
    }
}
