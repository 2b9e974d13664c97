package dev.broadsheet.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may read the endpoint of a service, and what settings it refuses. */
class HttpSecurityTest {
    private static final String TOKEN = "correct-horse-battery";
    private static final String PASSWORD = "only-for-this-test";

    private final Health health = new Health();
    private final Telemetry telemetry = new Telemetry("sink", "sink-1");

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        telemetry.close();
    }

    @Test
    void withATokenMetricsWantItAndTheProbesGiveNoReasonsWithoutIt() throws Exception {
        health.down("database", "refuses user broadsheet");
        try (HttpEndpoint endpoint = started(new HttpSettings("127.0.0.1", 0, TOKEN, null, null))) {
            HttpClient client = HttpClient.newHttpClient();

            HttpResponse<String> stranger = get(client, "http", endpoint, "/metrics", null);
            assertThat(stranger.statusCode()).isEqualTo(401);
            assertThat(stranger.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
            assertThat(stranger.body()).doesNotContain("broadsheet_", TOKEN);
            for (String wrong : List.of("correct-horse-batterx", "correct", TOKEN + TOKEN, "", " ")) {
                assertThat(get(client, "http", endpoint, "/metrics", "Bearer " + wrong)
                                .statusCode())
                        .as(wrong)
                        .isEqualTo(401);
            }
            assertThat(get(client, "http", endpoint, "/metrics", "Basic " + TOKEN)
                            .statusCode())
                    .isEqualTo(401);

            HttpResponse<String> known = get(client, "http", endpoint, "/metrics", "Bearer " + TOKEN);
            assertThat(known.statusCode()).isEqualTo(200);
            assertThat(known.body()).contains("broadsheet_build_info").doesNotContain(TOKEN);

            HttpResponse<String> probe = get(client, "http", endpoint, "/ready", null);
            assertThat(probe.statusCode()).isEqualTo(503);
            assertThat(probe.body()).isEqualTo("{\"status\":\"down\"}\n");
            assertThat(get(client, "http", endpoint, "/ready", "Bearer " + TOKEN)
                            .body())
                    .contains("refuses user broadsheet");
        }
    }

    @Test
    void withAKeystoreItSpeaksHttpsAndNothingElse() throws Exception {
        Path keystore = keystore();
        try (HttpEndpoint endpoint = started(new HttpSettings("127.0.0.1", 0, null, keystore, PASSWORD))) {
            health.up("database");

            assertThat(get(trusting(keystore), "https", endpoint, "/ready", null)
                            .statusCode())
                    .isEqualTo(200);
            assertThatThrownBy(() -> get(HttpClient.newHttpClient(), "http", endpoint, "/ready", null))
                    .isInstanceOf(java.io.IOException.class);
        }
    }

    @Test
    void aKeystoreThatCannotBeReadIsToldWithoutItsPassword() throws Exception {
        Path keystore = keystore();
        for (HttpSettings wrong : List.of(
                new HttpSettings("127.0.0.1", 0, null, keystore, "wrong-secret"),
                new HttpSettings("127.0.0.1", 0, null, folder.resolve("none.p12"), "wrong-secret"))) {
            try (HttpEndpoint endpoint = new HttpEndpoint(wrong, health, telemetry)) {
                assertThatThrownBy(endpoint::start)
                        .isInstanceOf(SettingsException.class)
                        .hasMessageContaining("BROADSHEET_HTTP_TLS_KEYSTORE")
                        .hasMessageNotContaining("wrong-secret");
            }
        }
    }

    @Test
    void beyondLoopbackATokenIsRequired() {
        assertThat(problems(Map.of("BROADSHEET_HTTP_HOST", "0.0.0.0")))
                .singleElement()
                .asString()
                .contains("BROADSHEET_HTTP_TOKEN", "0.0.0.0");
        assertThat(problems(Map.of("BROADSHEET_HTTP_HOST", "192.0.2.7"))).hasSize(1);
        assertThat(problems(Map.of("BROADSHEET_HTTP_HOST", "0.0.0.0", "BROADSHEET_HTTP_TOKEN", TOKEN)))
                .isEmpty();
        for (String local : List.of("127.0.0.1", "localhost", "::1", "127.1.2.3")) {
            assertThat(problems(Map.of("BROADSHEET_HTTP_HOST", local)))
                    .as(local)
                    .isEmpty();
        }
    }

    @Test
    void aWeakTokenOrHalfOfTlsIsRefusedWithoutBeingRepeated() {
        assertThat(problems(Map.of("BROADSHEET_HTTP_TOKEN", "short-secret")))
                .singleElement()
                .asString()
                .contains("16")
                .doesNotContain("short-secret");
        assertThat(problems(Map.of("BROADSHEET_HTTP_TOKEN", "a token with spaces in it")))
                .hasSize(1);
        assertThat(problems(Map.of("BROADSHEET_HTTP_TLS_KEYSTORE", "web.p12"))).hasSize(1);
        assertThat(problems(Map.of("BROADSHEET_HTTP_TLS_PASSWORD", PASSWORD)))
                .singleElement()
                .asString()
                .doesNotContain(PASSWORD);
    }

    @Test
    void settingsPrintWithoutSecrets() {
        assertThat(new HttpSettings("0.0.0.0", 1, TOKEN, Path.of("web.p12"), PASSWORD).toString())
                .contains("web.p12")
                .doesNotContain(TOKEN, PASSWORD);
    }

    private HttpEndpoint started(HttpSettings settings) {
        HttpEndpoint endpoint = new HttpEndpoint(settings, health, telemetry);
        endpoint.start();
        return endpoint;
    }

    private static List<String> problems(Map<String, String> environment) {
        SettingsReader reader = new SettingsReader(environment);
        HttpSettings settings = HttpSettings.read(reader);
        assertThat(settings.port()).isEqualTo(HttpSettings.DEFAULT_PORT);
        try {
            reader.finish();
            return List.of();
        } catch (SettingsException e) {
            return e.problems();
        }
    }

    private static HttpResponse<String> get(
            HttpClient client, String scheme, HttpEndpoint endpoint, String path, @Nullable String authorization)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(scheme + "://127.0.0.1:" + endpoint.port() + path));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private Path keystore() throws Exception {
        Path keystore = folder.resolve("web.p12");
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        keystore.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-alias",
                        "web",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(made.waitFor())
                .as(Files.readString(folder.resolve("keytool.log")))
                .isZero();
        return keystore;
    }

    private static HttpClient trusting(Path keystore) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(keystore)) {
            keys.load(file, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("web", keys.getCertificate("web"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }
}
