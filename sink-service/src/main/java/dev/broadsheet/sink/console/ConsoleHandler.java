package dev.broadsheet.sink.console;

import dev.broadsheet.sink.store.StoreUnavailableException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a request of Jetty's to an answer, and back: the API below /api/v1, the page's files elsewhere. Every failure is one line in the log. */
final class ConsoleHandler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleHandler.class);
    private static final String API = "/api/v1/";
    private static final int LONGEST_LOGGED = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int TOO_MANY = 429;
    private static final int FAILED = 500;
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Gate gate;
    private final Routes routes;
    private final RequestTimes times;
    private final WebFiles files = new WebFiles();
    private final Bodies bodies = new Bodies();
    private final boolean tls;

    ConsoleHandler(Gate gate, Routes routes, RequestTimes times, boolean tls) {
        this.gate = gate;
        this.routes = routes;
        this.times = times;
        this.tls = tls;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        long begun = System.nanoTime();
        Packed packed = packed(request);
        times.record(request, packed.answer().status(), begun);
        if (!bodies.isDone(request, packed.answer().status())) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        send(packed, request, response, callback);
        return true;
    }

    private Packed packed(Request request) {
        try {
            String address = Gate.address(request);
            gate.count(address);
            gate.admit(request);
            String path = request.getHttpURI().getPath();
            return path.startsWith(API) ? Packed.of(api(request, path, address)) : file(request, path);
        } catch (ApiException e) {
            log(request, e.status(), e.code(), e.sentence(), e.status() >= FAILED ? e.getCause() : null);
            return Packed.of(Answer.error(e));
        } catch (StoreUnavailableException e) {
            log(request, 503, "unavailable", String.valueOf(e.getMessage()), null);
            return Packed.of(Answer.error(503, "unavailable", "the database does not answer now; try again later"));
        } catch (RuntimeException e) {
            log(request, FAILED, "failed", "a fault of ours", e);
            return Packed.of(
                    Answer.error(FAILED, "failed", "this is a fault of ours; the log of the service tells more"));
        }
    }

    private Answer api(Request request, String path, String address) {
        String method = request.getMethod();
        Routes.Match match = routes.find(method, parts(path.substring(API.length())));
        RequestTimes.name(request, match.route().name());
        Caller caller = gate.caller(request, address);
        if (!READING.contains(method)) {
            gate.ownSite(request);
        }
        gate.allow(caller, match.route(), request);
        Map<String, String> query = query(request, match.route().parameters());
        byte[] body = method.equals("POST") ? bodies.read(request) : new byte[0];
        return match.route().handler().answer(new ApiRequest(match.parts(), query, body, caller));
    }

    private Packed file(Request request, String path) {
        RequestTimes.name(request, RequestTimes.PAGE);
        if (!READING.contains(request.getMethod())) {
            throw new ApiException(405, "method_not_allowed", "this path takes GET", null);
        }
        Packed found = files.find(path);
        if (found == null) {
            throw ApiException.notFound("there is no such page");
        }
        return found;
    }

    private static List<String> parts(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            try {
                parts.add(URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                throw ApiException.badRequest("the path is not encoded as URLs are");
            }
        }
        if (parts.stream().anyMatch(part -> part.indexOf('\0') >= 0)) {
            throw ApiException.badRequest("the path holds the character U+0000");
        }
        return parts;
    }

    private static Map<String, String> query(Request request, Set<String> known) {
        Map<String, String> query = new TreeMap<>();
        try {
            for (Fields.Field field : Request.extractQueryParameters(request)) {
                if (!known.contains(field.getName())) {
                    throw ApiException.badRequest(shortened(field.getName()) + " is not a parameter of this path");
                }
                if (field.hasMultipleValues()) {
                    throw ApiException.badRequest(field.getName() + " is given more than once");
                }
                query.put(field.getName(), field.getValue());
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw ApiException.badRequest("the parameters are not encoded as URLs are");
        }
        return query;
    }

    private void send(Packed packed, Request request, Response response, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        Headers.protect(headers, tls);
        Answer answer = packed.answer();
        boolean good = answer.status() == Answer.OK && READING.contains(request.getMethod());
        headers.put(HttpHeader.CACHE_CONTROL, good ? "private, no-cache" : "no-store");
        answer.headers().forEach(headers::put);
        boolean zipped = packed.zipped().length > 0 && accepts(request, "gzip");
        byte[] body = zipped ? packed.zipped() : answer.body();
        if (packed.zipped().length > 0) {
            headers.put(HttpHeader.VARY, "Accept-Encoding");
        }
        if (good) {
            headers.put(HttpHeader.ETAG, packed.tag(zipped));
            if (packed.isKnownBy(request.getHeaders().get(HttpHeader.IF_NONE_MATCH))) {
                response.setStatus(NOT_MODIFIED);
                callback.succeeded();
                return;
            }
        }
        response.setStatus(answer.status());
        if (zipped) {
            headers.put(HttpHeader.CONTENT_ENCODING, "gzip");
        }
        if (body.length > 0) {
            headers.put(HttpHeader.CONTENT_TYPE, answer.type());
        }
        headers.put(HttpHeader.CONTENT_LENGTH, body.length);
        boolean head = request.getMethod().equals("HEAD");
        response.write(true, ByteBuffer.wrap(head ? new byte[0] : body), callback);
    }

    private static boolean accepts(Request request, String encoding) {
        return request.getHeaders().getQualityCSV(HttpHeader.ACCEPT_ENCODING).contains(encoding);
    }

    /** Without the query: it may hold what somebody searches for. Who asks too often is told, not written down: that would be as many lines. */
    static void log(Request request, int status, String code, String why, @Nullable Throwable cause) {
        String line = Gate.address(request) + " " + shortened(request.getMethod()) + " "
                + shortened(String.valueOf(request.getHttpURI().getPath())) + " " + status + " " + code + ": "
                + shortened(why);
        if (status >= FAILED) {
            LOG.warn(line, cause);
        } else if (status != TOO_MANY) {
            LOG.info(line);
        }
    }

    private static String shortened(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", "?");
        return clean.length() <= LONGEST_LOGGED ? clean : clean.substring(0, LONGEST_LOGGED) + "…";
    }
}
