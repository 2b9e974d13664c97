package dev.broadsheet.cli.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.ingest.split.Byline;
import dev.broadsheet.ingest.split.BylineRole;
import dev.broadsheet.ingest.split.Kind;
import dev.broadsheet.ingest.split.Line;
import dev.broadsheet.ingest.split.Role;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelFolderTest {
    /** A page of three lines, the second blank, behind whose last line end nothing follows. */
    private static final List<Line> PAGE =
            List.of(new Line(1, 0, "　粮仓 完工"), new Line(2, 7, ""), new Line(3, 8, "年底投用。"), new Line(4, 14, ""));

    private static final String HEADER = "line\tarticle\trole\tjoins\thead\n";
    private static final String LINES = HEADER + "1\t1\ttitle\t0\t粮仓 完工\n3\t1\tbody\t0\t年底投用。\n";
    private static final String ARTICLES = """
            [{"n": 1, "kind": "news", "section": null, "kicker": null, "title": "粮仓完工", "subtitle": null,
              "bylines": [{"role": "reporter", "name": "林小禾"}], "region": "河口县", "incomplete": true}]
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void writeLabels() throws IOException {
        write(LINES, ARTICLES);
    }

    private void write(String lines, String articles) throws IOException {
        Files.writeString(folder.resolve("a.lines.tsv"), lines);
        Files.writeString(folder.resolve("a.articles.json"), articles);
    }

    private Optional<Labels> read() throws IOException {
        return new LabelFolder(folder).read("a", PAGE, Set.of(1, 3));
    }

    @Test
    void lines_and_articles_are_read() throws IOException {
        Labels labels = read().orElseThrow();

        assertThat(labels.lines())
                .containsEntry(1, new LineLabel(1, Role.TITLE, false))
                .containsEntry(3, new LineLabel(1, Role.BODY, false));
        assertThat(labels.articles())
                .containsEntry(
                        1,
                        new ArticleLabel(
                                1,
                                Kind.NEWS,
                                null,
                                null,
                                "粮仓完工",
                                null,
                                List.of(new Byline(BylineRole.REPORTER, "林小禾")),
                                true));
    }

    @Test
    void a_page_without_labels_has_none() throws IOException {
        assertThat(new LabelFolder(folder).read("b", PAGE, Set.of(1, 3))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1;1;title;0        | has 4 cells instead of 5",
                "x;1;title;0;粮仓   | line must be a number, not “x”",
                "1;-1;title;0;粮仓  | article must be a number, not “-1”",
                "1;1;heading;0;粮仓 | there is no role “heading”",
                "1;1;title;2;粮仓   | joins must be 0 or 1, not 2",
                "0;1;title;0;粮仓   | labels page line 0, but the page's last line is 3",
                "4;1;title;0;粮仓   | labels page line 4, but the page's last line is 3",
                "2;1;title;0;粮仓   | labels page line 2, which is blank",
                "1;1;title;0;学校   | is of another text: page line 1 does not begin with “学校”",
                "3;1;body;0;年底    | labels page line 3 a second time",
            })
    void a_row_that_cannot_be_used_is_named_by_file_and_line(String row, String message) throws IOException {
        write(HEADER + "3\t1\tbody\t0\t年底投用。\n" + row.replace(';', '\t') + "\n", ARTICLES);

        assertThatThrownBy(this::read)
                .isInstanceOf(IOException.class)
                .hasMessage(folder.resolve("a.lines.tsv") + ": line 3: " + message);
    }

    @Test
    void a_file_without_the_header_is_refused() throws IOException {
        write("1\t1\ttitle\t0\t粮仓\n", ARTICLES);
        assertThatThrownBy(this::read).hasMessageContaining("line 1: the header must be line, article, role");

        write("", ARTICLES);
        assertThatThrownBy(this::read).hasMessageContaining("line 1: the header must be line, article, role");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"n\": 1, \"kind\": \"essay\"}]                                     | line 1: Cannot deserialize value of type",
                "[{\"kind\": \"news\"}]                                                | line 1: Missing required creator property 'n'",
                "[{\"n\": 1}]                                                          | line 1: Invalid `null` value",
                "[{\"n\": 1, \"kind\": \"news\", \"bylines\": [{\"name\": \"林\"}]}]   | line 1: Invalid `null` value",
                "[{\"n\": 1,                                                           | line 2: Unexpected end-of-input",
                "null | is no list of articles",
                "[null] | an article is null",
                "[]                                                                    | there is no article 1, of which page line 1 is",
                "[{\"n\":1,\"kind\":\"news\"},{\"n\":2,\"kind\":\"news\"}]             | article 2 has no line",
                "[{\"n\":1,\"kind\":\"news\"},{\"n\":1,\"kind\":\"news\"}]             | two articles have the number 1",
            })
    void articles_that_cannot_be_used_are_refused(String articles, String message) throws IOException {
        write(LINES, articles + "\n");

        assertThatThrownBy(this::read)
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(folder.resolve("a.articles.json") + ": " + message);
    }

    @Test
    void lines_without_articles_and_other_charsets_are_refused() throws IOException {
        Files.write(folder.resolve("a.lines.tsv"), LINES.getBytes(Charset.forName("GB18030")));
        assertThatThrownBy(this::read).hasMessage(folder.resolve("a.lines.tsv") + ": is not UTF-8");

        Files.writeString(folder.resolve("a.lines.tsv"), LINES);
        Files.delete(folder.resolve("a.articles.json"));
        assertThatThrownBy(this::read).hasMessage(folder.resolve("a.articles.json") + ": there is no such file");
    }
}
