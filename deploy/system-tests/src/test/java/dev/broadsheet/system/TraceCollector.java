package dev.broadsheet.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Takes OTLP over HTTP, as a collector of traces does, and keeps of each span where it belongs; a span that comes twice is one. */
final class TraceCollector implements AutoCloseable {
    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int LENGTH = 2;
    private static final int FOUR_BYTES = 5;

    private final Set<Kept> spans = ConcurrentHashMap.newKeySet();
    private final HttpServer server;

    /** One span; {@code parent} is empty at the root. */
    record Kept(String service, String name, String trace, String id, String parent) {}

    TraceCollector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    Set<Kept> spans() {
        return Set.copyOf(spans);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] request = new GZIPInputStream(exchange.getRequestBody()).readAllBytes();
            fields(ByteBuffer.wrap(request), 1).forEach(this::resource);
            exchange.sendResponseHeaders(200, -1);
        }
    }

    // Field numbers are those of opentelemetry/proto/trace/v1/trace.proto.
    private void resource(ByteBuffer resourceSpans) {
        String service = fields(resourceSpans, 1).stream()
                .flatMap(resource -> fields(resource, 1).stream())
                .filter(attribute -> text(attribute, 1).equals("service.name"))
                .map(attribute -> text(fields(attribute, 2).get(0), 1))
                .collect(Collectors.joining());
        fields(resourceSpans, 2).stream()
                .flatMap(scope -> fields(scope, 2).stream())
                .map(span -> new Kept(service, text(span, 5), hex(span, 1), hex(span, 2), hex(span, 4)))
                .forEach(spans::add);
    }

    private static String text(ByteBuffer message, int number) {
        return fields(message, number).stream()
                .map(field -> StandardCharsets.UTF_8.decode(field.duplicate()).toString())
                .collect(Collectors.joining());
    }

    private static String hex(ByteBuffer message, int number) {
        return fields(message, number).stream()
                .map(field -> {
                    byte[] bytes = new byte[field.remaining()];
                    field.duplicate().get(bytes);
                    return HexFormat.of().formatHex(bytes);
                })
                .collect(Collectors.joining());
    }

    /** A message's fields of that number which have a length. */
    private static List<ByteBuffer> fields(ByteBuffer message, int number) {
        List<ByteBuffer> fields = new ArrayList<>();
        ByteBuffer rest = message.duplicate();
        while (rest.hasRemaining()) {
            long tag = varint(rest);
            switch ((int) (tag & 7)) {
                case VARINT -> varint(rest);
                case EIGHT_BYTES -> rest.position(rest.position() + 8);
                case FOUR_BYTES -> rest.position(rest.position() + 4);
                case LENGTH -> {
                    int length = (int) varint(rest);
                    ByteBuffer field = rest.slice(rest.position(), length);
                    rest.position(rest.position() + length);
                    if (tag >>> 3 == number) {
                        fields.add(field);
                    }
                }
                default -> throw new IllegalArgumentException("no field of protocol buffers: " + tag);
            }
        }
        return fields;
    }

    private static long varint(ByteBuffer bytes) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
