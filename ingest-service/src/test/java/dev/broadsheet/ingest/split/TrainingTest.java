package dev.broadsheet.ingest.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Learning: what goes in is checked, and the same pages give the same weights. */
@Tag("training")
class TrainingTest {
    private static final Path INVENTED = Path.of("training");
    private static final String PAGE = "大河镇备足种子化肥\n\n本报讯(记者 田野)大河镇近日备足种子化肥,保障农民用得上。\n";
    private static final String HEADER = "line\tarticle\trole\tjoins\thead\n";
    private static final String LABELS = HEADER + "1\t1\ttitle\t0\t大河镇\n3\t1\tbody\t0\t本报讯\n";

    @TempDir
    Path folder;

    private Training of(String page, String labels) throws IOException {
        for (Path root : new Path[] {folder, folder.resolve("invented")}) {
            Files.createDirectories(root.resolve("pages"));
            Files.createDirectories(root.resolve("labels"));
            for (String name : List.of("one", "two")) {
                Files.writeString(root.resolve("pages").resolve(name + ".txt"), page);
                Files.writeString(root.resolve("labels").resolve(name + ".lines.tsv"), labels);
            }
        }
        return Training.of(folder.resolve("pages"), folder.resolve("labels"), folder.resolve("invented"));
    }

    @Test
    void the_same_pages_give_the_same_weights() throws IOException {
        String weights = of(PAGE, LABELS).weights();
        assertThat(weights).startsWith("trait\tfrom\tto\tweight\n").contains("DATELINE\t-\tD_LEAD\t");
        assertThat(of(PAGE, LABELS).weights()).isEqualTo(weights);
    }

    @Test
    void a_page_is_read_by_what_another_of_its_kind_teaches() throws IOException {
        List<SplitPage> split = new ArrayList<>();
        of(PAGE, LABELS).leaveOneOut(true, (name, page) -> split.add(page));
        assertThat(split.get(0).articles()).singleElement().satisfies(article -> {
            assertThat(article.title()).isEqualTo("大河镇备足种子化肥");
            assertThat(article.bylines()).containsExactly(new Byline(BylineRole.REPORTER, "田野"));
        });
    }

    @Test
    void a_page_without_labels_is_refused() {
        assertThatIOException()
                .isThrownBy(() -> {
                    of(PAGE, LABELS);
                    Files.delete(folder.resolve("labels/one.lines.tsv"));
                    Training.of(folder.resolve("pages"), folder.resolve("labels"), folder.resolve("invented"));
                })
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void a_line_without_label_and_a_label_without_line_are_refused() {
        assertThatIOException()
                .isThrownBy(() -> of(PAGE, HEADER + "1\t1\ttitle\t0\t大河镇\n"))
                .withMessageContaining("one.lines.tsv")
                .withMessageContaining("line 3");
        assertThatIOException()
                .isThrownBy(() -> of(PAGE, LABELS + "9\t1\tbody\t0\t无\n"))
                .withMessageContaining("9");
    }

    @Test
    void a_row_that_is_no_label_is_named() {
        assertThatIOException()
                .isThrownBy(() -> of(PAGE, HEADER + "1\t1\theadline\t0\t大河镇\n"))
                .withMessageContaining("one.lines.tsv:2");
        assertThatIOException().isThrownBy(() -> of(PAGE, HEADER + "一\t1\n")).withMessageContaining(":2");
    }

    @Test
    @EnabledIfSystemProperty(named = "broadsheet.shared", matches = ".+")
    void the_weights_in_use_are_what_the_labelled_pages_teach() throws IOException {
        Path shared = Path.of(System.getProperty("broadsheet.shared"));
        String learned = Training.of(shared.resolve("pages"), shared.resolve("gold"), INVENTED)
                .weights();
        try (var inUse = Training.class.getResourceAsStream("weights.tsv")) {
            assertThat(inUse).isNotNull();
            assertThat(new String(inUse.readAllBytes(), StandardCharsets.UTF_8))
                    .as("learn again: deploy/broadsheet train")
                    .isEqualTo(learned);
        }
    }
}
