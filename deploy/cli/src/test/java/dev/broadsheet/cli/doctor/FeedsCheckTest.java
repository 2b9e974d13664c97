package dev.broadsheet.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedsCheckTest {
    @TempDir
    Path folder;

    @Test
    void aFeedsFileIsReadAsTheIntakeReadsIt() throws IOException {
        Path good = feeds("  - {name: evening, folder: .}");
        assertThat(failures(good, null)).isEmpty();

        Path bad = feeds("  - {name: evening, foldr: x}");
        assertThat(failures(bad, null)).anyMatch(line -> line.contains("unknown key \"foldr\""));
    }

    @Test
    void feedsInACircleAreToldAsTheIntakeTellsThem() throws IOException {
        Files.createDirectories(folder.resolve("in"));
        Files.createDirectories(folder.resolve("done/morning"));
        Path circle = feeds("  - {name: morning, folder: in}", "  - {name: evening, folder: done/morning}");

        assertThat(failures(circle, null))
                .singleElement()
                .asString()
                .contains("what feed morning is through with (done) would go to", "feed evening would take it again");
        assertThat(failures(circle, folder.resolve("elsewhere"))).isEmpty();
    }

    private Path feeds(String... entries) throws IOException {
        return Files.writeString(folder.resolve("feeds.yaml"), "feeds:\n" + String.join("\n", entries) + "\n");
    }

    private static List<String> failures(Path file, @Nullable Path done) {
        Findings findings = new Findings();
        new FeedsCheck(file, done, null, true).run(findings);
        return findings.all().stream()
                .filter(finding -> finding.level() == Level.FAIL)
                .map(Finding::finding)
                .toList();
    }
}
