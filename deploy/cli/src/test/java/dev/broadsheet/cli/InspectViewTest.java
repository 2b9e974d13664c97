package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectViewTest {
    private static final String PAGE = """
            河口县新建三座粮仓

            本报讯(记者 林小禾)昨日,记者从河口县获悉,今年该县计划投资2.4亿元新建三座粮仓。

            目前已有120名工人进场施工,预计年底完工。
            """;
    private static final String LINES = """
            line\tarticle\trole\tjoins\thead
            1\t1\ttitle\t0\t河口县新建三座粮仓
            3\t1\tbody\t0\t本报讯(记者 林小禾
            5\t1\tbody\t0\t目前已有120名工
            """;
    private static final String ARTICLES = """
            [{"n": 1, "kind": "news", "section": null, "kicker": null, "title": "河口县新建三座粮仓", "subtitle": null,
              "bylines": [{"role": "reporter", "name": "林小禾"}], "region": "河口县", "incomplete": false}]
            """;

    @TempDir
    Path folder;

    private String page(String name) throws IOException {
        return Files.writeString(folder.resolve(name), PAGE).toString();
    }

    private String gold(String name, String lines) throws IOException {
        Path gold = Files.createDirectories(folder.resolve("gold"));
        Files.writeString(gold.resolve(name + ".lines.tsv"), lines);
        Files.writeString(gold.resolve(name + ".articles.json"), ARTICLES);
        return gold.toString();
    }

    @Test
    void the_view_shows_the_page_whole_and_without_escape_codes_where_there_is_no_terminal() throws IOException {
        Command done = Command.run("inspect", "--view", page("a.txt"));

        assertThat(done.exitCode()).isZero();
        assertThat(done.err()).isEmpty();
        assertThat(done.out())
                .doesNotContain("\u001B")
                .doesNotContain("labels")
                .startsWith(folder.resolve("a.txt") + "  UTF-8  lines: 3, articles: 1, confidence: ")
                .containsPattern("(?m)^Article 1  news  0\\.\\d\\d  河口县新建三座粮仓\n             reporter 林小禾$")
                .containsPattern("(?m)^     1   1  title      0\\.\\d\\d   河口县新建三座粮仓$")
                .contains("今年该县计划投资2.4亿元新建三座粮仓。\n");
    }

    @Test
    void differences_are_counted_by_page_and_for_all_and_do_not_change_the_exit_code() throws IOException {
        gold("a", LINES);
        String gold = gold("b", LINES.replace("5\t1\tbody\t0", "5\t1\tcaption\t0"));

        Command done = Command.run("inspect", "--view", "--gold", gold, page("a.txt"), page("b.txt"));

        assertThat(done.exitCode()).isZero();
        assertThat(done.out().lines())
                .contains(folder.resolve("a.txt") + ": no difference on 3 labelled lines")
                .contains("!            wanted caption, got body")
                .contains(folder.resolve("b.txt") + ": 1 difference: 1 of 3 lines (1 role)")
                .endsWith("all 2 pages: 1 difference: 1 of 6 lines (1 role)");
    }

    @Test
    void a_page_without_labels_is_told_so_and_shown() throws IOException {
        String gold = gold("a", LINES);

        Command done = Command.run("inspect", "--view", "--gold", gold, page("b.txt"));

        assertThat(done.exitCode()).isZero();
        assertThat(done.out().lines().findFirst().orElseThrow()).endsWith("; no labels in " + gold);
        assertThat(done.out()).contains("河口县新建三座粮仓").doesNotContain("difference");
    }

    @Test
    void files_and_labels_that_cannot_be_read_do_not_stop_the_others() throws IOException {
        gold("a", LINES);
        String gold = gold("b", LINES.replace("5\t1", "6\t1"));
        String missing = folder.resolve("missing.txt").toString();
        String binary = Files.write(folder.resolve("binary.txt"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 1})
                .toString();
        String bad = page("b.txt");

        Command done = Command.run("inspect", "--view", "--gold", gold, missing, binary, bad, page("a.txt"));

        assertThat(done.exitCode()).isEqualTo(1);
        assertThat(done.out())
                .contains(folder.resolve("a.txt") + ": no difference")
                .doesNotContain(bad);
        assertThat(done.err().lines())
                .hasSize(3)
                .contains(missing + ": there is no such file")
                .anyMatch(line -> line.startsWith(binary + ": the file is binary"))
                .contains(bad + ": " + Path.of(gold, "b.lines.tsv")
                        + ": line 4: labels page line 6, but the page's last line is 5");
    }

    @Test
    void a_folder_of_labels_that_is_not_there_is_one_sentence() throws IOException {
        Path nowhere = folder.resolve("nowhere");

        Command refused = Command.run("inspect", "--view", "--gold", nowhere.toString(), page("a.txt"));

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err().lines())
                .containsExactly("broadsheet: " + nowhere + " is no folder, so there are no labels to compare with");
    }

    @Test
    void a_view_and_files_of_json_are_not_wanted_together_nor_labels_without_a_view() throws IOException {
        Command both = Command.run("inspect", "--view", "--out", folder.toString(), page("a.txt"));
        Command labels = Command.run("inspect", "--gold", folder.toString(), page("a.txt"));

        assertThat(both.exitCode()).isEqualTo(2);
        assertThat(both.err()).startsWith("--view prints for a person and --out writes JSON files; give one of them");
        assertThat(labels.exitCode()).isEqualTo(2);
        assertThat(labels.err()).startsWith("--gold compares the view with labels; give --view too");
    }
}
