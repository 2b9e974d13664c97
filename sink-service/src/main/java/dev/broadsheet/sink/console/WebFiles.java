package dev.broadsheet.sink.console;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The web page's files and those of its libraries, all from the class path: each is read once and kept. Paths are plain names between slashes,
 * so none leads out. Any thread.
 */
final class WebFiles {
    private static final Pattern PLAIN = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+");
    /** The one library, where the page asks for it. */
    private static final String CHARTS = "/webjars/echarts/echarts.common.min.js";

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "webmanifest", "application/manifest+json",
            "woff2", "font/woff2");

    private final Map<String, Packed> read = new ConcurrentHashMap<>();

    /** Null where there is none. */
    @Nullable
    Packed find(String path) {
        String name = path.equals("/") ? "/index.html" : path;
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null || !PLAIN.matcher(name).matches()) {
            return null;
        }
        return read.computeIfAbsent(name, wanted -> read(wanted, type));
    }

    private static @Nullable Packed read(String name, String type) {
        byte[] bytes = bytes(resource(name));
        return bytes == null ? null : Packed.of(Answer.file(type, bytes));
    }

    private static String resource(String name) {
        return name.equals(CHARTS)
                ? "META-INF/resources/webjars/echarts/" + chartsVersion() + "/dist/echarts.common.min.js"
                : WebFiles.class.getPackageName().replace('.', '/') + "/web" + name;
    }

    private static String chartsVersion() {
        byte[] pom = bytes("META-INF/maven/org.webjars.npm/echarts/pom.properties");
        Properties properties = new Properties();
        try {
            properties.load(new ByteArrayInputStream(pom == null ? new byte[0] : pom));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "");
    }

    private static byte @Nullable [] bytes(String resource) {
        try (InputStream stream = WebFiles.class.getClassLoader().getResourceAsStream(resource)) {
            return stream == null ? null : stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
