package dev.broadsheet.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What README.md shows is run as it stands there. */
abstract class ReadmeSuite extends RunSuite {
    private static final Path INTEROP = Path.of("interop").toAbsolutePath();
    private static final Pattern NAMED = Pattern.compile("`deploy/broadsheet ([a-z][a-z-]*)");
    private static final Pattern LISTED = Pattern.compile("^  ([a-z][a-z-]*)");
    private static final long LIMIT_SECONDS = 60;

    @TempDir
    Path home;

    private final String readme = readme();

    @Test
    void theDemoStoresEverySamplePage() throws Exception {
        assertThat(snippet("bash")).contains("deploy/broadsheet demo --once");

        Commands.Result demo = Commands.broadsheet(List.of("demo", "--once"));

        assertThat(demo.exitCode()).as(demo.out() + demo.err()).isZero();
        assertThat(demo.out().lines().filter(line -> line.contains(".txt"))).hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void everyCommandThatIsNamedExists() throws Exception {
        Commands.Result help = Commands.broadsheet(List.of("--help"));

        assertThat(help.exitCode()).as(help.err()).isZero();
        Set<String> commands = help.out()
                .lines()
                .map(LISTED::matcher)
                .filter(Matcher::find)
                .map(line -> line.group(1))
                .collect(Collectors.toSet());
        assertThat(NAMED.matcher(readme).results().map(name -> name.group(1)))
                .hasSizeGreaterThanOrEqualTo(5)
                .isSubsetOf(commands);
    }

    @Test
    void theJavaSubscriberReadsArticles() throws Exception {
        Path source = Files.writeString(home.resolve("Subscriber.java"), """
                import dev.broadsheet.contracts.*;
                import java.time.Duration;
                import java.util.*;
                import org.apache.kafka.clients.consumer.KafkaConsumer;
                import org.apache.kafka.common.serialization.*;

                public class Subscriber {
                    public static void main(String[] arguments) {
                        String bootstrapServers = arguments[0];
                        String registryUrl = arguments[1];
                """ + snippet("java") + "}}\n");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String classPath = System.getProperty("java.class.path");
        assertThat(compiler.run(null, null, null, "-cp", classPath, "-d", home.toString(), source.toString()))
                .isZero();

        assertThat(firstArticle(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath + ":" + home,
                        "Subscriber",
                        running().addresses().bootstrapServers(),
                        running().addresses().registryUrl())))
                .contains("CURRENT");
    }

    @Test
    void theJavaScriptSubscriberReadsArticles() throws Exception {
        assumeTrue(
                Commands.exists("node") && Files.isDirectory(INTEROP.resolve("node_modules")),
                "skipped: needs Node and npm ci in deploy/system-tests/interop");
        Path source = Files.writeString(
                home.resolve("subscriber.js"),
                "const [bootstrapServers, registryUrl] = process.argv.slice(2);\n(async () => {\n"
                        + snippet("javascript") + "})();\n");
        ProcessBuilder node = new ProcessBuilder(
                "node",
                source.toString(),
                running().addresses().bootstrapServers(),
                running().addresses().registryUrl());
        node.environment().put("NODE_PATH", INTEROP.resolve("node_modules").toString());

        assertThat(firstArticle(node)).contains("CURRENT");
    }

    @Test
    void thePythonSubscriberIsPython() throws Exception {
        assumeTrue(Commands.exists("python3"), "skipped: no python3");
        Path source = Files.writeString(home.resolve("subscriber.py"), snippet("python"));

        Commands.Result parsed = Commands.run(
                List.of("python3", "-c", "import ast,sys; ast.parse(open(sys.argv[1]).read())", source.toString()));

        assertThat(parsed.exitCode()).as(parsed.err()).isZero();
    }

    /** First line that tells of an article; a subscriber runs for ever, so it is ended then. */
    private static String firstArticle(ProcessBuilder subscriber) throws Exception {
        Process process = subscriber.redirectErrorStream(true).start();
        CompletableFuture<String> article = CompletableFuture.supplyAsync(() -> {
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                StringBuilder said = new StringBuilder("it ended without an article:\n");
                return lines.lines()
                        .peek(line -> said.append(line).append('\n'))
                        .filter(line -> line.contains("CURRENT"))
                        .findFirst()
                        .orElseGet(said::toString);
            } catch (IOException e) {
                return e.toString();
            }
        });
        try {
            return article.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private String snippet(String language) {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(readme);
        assertThat(block.find()).as("a block of " + language).isTrue();
        // The two languages' clients do not share a group.
        return block.group(1).replace("my-team", "my-" + language + "-team");
    }

    private static String readme() {
        try {
            return Files.readString(Commands.REPOSITORY.resolve("README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
