package dev.broadsheet.sink.console;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What Jetty itself refuses (headers or address too long, malformed requests), answered as the API answers. */
final class ErrorAnswers extends ErrorHandler {
    private final boolean tls;

    ErrorAnswers(boolean tls) {
        this.tls = tls;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus() == 0 ? HttpStatus.INTERNAL_SERVER_ERROR_500 : response.getStatus();
        Answer answer = answer(status);
        ConsoleHandler.log(request, status, code(status), "refused by the server", null);
        HttpFields.Mutable headers = response.getHeaders();
        Headers.protect(headers, tls);
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        headers.put(HttpHeader.CONTENT_TYPE, answer.type());
        headers.put(HttpHeader.CONTENT_LENGTH, answer.body().length);
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
        return true;
    }

    private static Answer answer(int status) {
        return Answer.error(status, code(status), sentence(status));
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
