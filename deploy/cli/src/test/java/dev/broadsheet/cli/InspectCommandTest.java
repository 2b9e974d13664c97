package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
    private static final String PAGE = """
            河口县新建三座粮仓

            本报讯(记者 林小禾)昨日,记者从河口县获悉,今年该县计划投资2.4亿元新建三座粮仓。

            目前已有120名工人进场施工,预计年底完工。
            """;

    @TempDir
    Path folder;

    private Path page(String name, String charset) throws IOException {
        return Files.write(folder.resolve(name), PAGE.getBytes(Charset.forName(charset)));
    }

    @Test
    void standardOutputHoldsOneJsonDocumentALine() throws IOException {
        Path utf8 = page("a.txt", "UTF-8");
        Path gb = page("b.txt", "GB18030");

        Command done = Command.run("inspect", utf8.toString(), gb.toString());

        assertThat(done.exitCode()).isZero();
        assertThat(done.out().lines()).hasSize(2);
        JsonNode first =
                new ObjectMapper().readTree(done.out().lines().findFirst().orElseThrow());
        JsonNode article = first.get("articles").get(0);
        assertThat(article.get("title").asText()).isEqualTo("河口县新建三座粮仓");
        assertThat(article.get("blocks").get(0).get("lines").get(0).asInt()).isEqualTo(1);
        JsonNode second = new ObjectMapper()
                .readTree(done.out().lines().skip(1).findFirst().orElseThrow());
        assertThat(second.get("articles")).isEqualTo(first.get("articles"));
    }

    @Test
    void aMetricIsFoundAtItsBlockAndOffsets() throws IOException {
        Command done = Command.run("inspect", page("a.txt", "UTF-8").toString());

        JsonNode article =
                new ObjectMapper().readTree(done.out()).get("articles").get(0);
        assertThat(article.get("metrics")).isNotEmpty();
        for (JsonNode metric : article.get("metrics")) {
            String block = article.get("blocks")
                    .get(metric.get("block").asInt())
                    .get("text")
                    .asText();
            assertThat(block.substring(
                            metric.get("start").asInt(), metric.get("end").asInt()))
                    .isEqualTo(metric.get("quote").asText());
        }
    }

    @Test
    void aProjectIsPutTogetherFromWhatTheArticleSays() throws IOException {
        Path page = Files.writeString(folder.resolve("c.txt"), """
                青川县青禾水库开工
                本报讯(记者 林之远)3月8日，青川县青禾水库项目开工仪式举行。该项目总投资20亿元，由青川水务集团有限公司投资建设，计划2026年6月底竣工。
                """);

        Command done = Command.run("inspect", page.toString());

        JsonNode article =
                new ObjectMapper().readTree(done.out()).get("articles").get(0);
        JsonNode project = article.get("projects").get(0);
        assertThat(project.get("projectId").asText()).matches("[0-9a-f]{16}");
        assertThat(project.get("stage").asText()).isEqualTo("STARTED");
        assertThat(project.get("owner").asText()).isEqualTo("青川水务集团有限公司");
        assertThat(project.get("milestones").get(1).get("when").asText()).isEqualTo("2026年6月底");
        JsonNode investment = project.get("investments").get(0);
        assertThat(investment.get("kind").asText()).isEqualTo("TOTAL");
        assertThat(investment.get("quote").asText()).endsWith("总投资20亿元");
    }

    @Test
    void aPeriodHasItsDaysAndAGrowthItsBase() throws IOException {
        Path page = Files.writeString(folder.resolve("a.txt"), PAGE + "2023年,河口县粮食产量30万吨,同比增长8%。\n");

        JsonNode article = new ObjectMapper()
                .readTree(Command.run("inspect", page.toString()).out())
                .get("articles")
                .get(0);

        JsonNode growth = article.get("metrics").get(article.get("metrics").size() - 1);
        assertThat(growth.get("growthBase").asText()).isEqualTo("YEAR_ON_YEAR");
        assertThat(growth.get("period").get("text").asText()).isEqualTo("2023年");
        assertThat(growth.get("period").get("from").asText()).isEqualTo("2023-01-01");
        assertThat(growth.get("period").get("to").asText()).isEqualTo("2023-12-31");
        assertThat(article.get("metrics")
                        .get(article.get("metrics").size() - 2)
                        .get("growthBase")
                        .isNull())
                .isTrue();
        assertThat(growth.get("canonicalIndicator").asText()).isEqualTo("粮食总产量");
    }

    @Test
    void whatTheFileNameTellsGoesBeforeThePrintedHeadAsInTheIntake() throws IOException {
        Path named = page("河口日报_2024-03-08_A02.txt", "UTF-8");
        Path other = page("2024-03-08.txt", "UTF-8");

        List<JsonNode> pages = documents(Command.run("inspect", named.toString(), other.toString()));

        assertThat(pages.get(0).get("publication").asText()).isEqualTo("河口日报");
        assertThat(pages.get(0).get("issueDate").asText()).isEqualTo("2024-03-08");
        assertThat(pages.get(0).get("page").asText()).isEqualTo("A02");
        assertThat(pages.get(0).get("articles").get(0).get("metrics"))
                .extracting(metric -> metric.get("period").toString())
                .contains("{\"text\":\"今年\",\"from\":\"2024-01-01\",\"to\":\"2024-12-31\"}");
        assertThat(pages.get(1).get("issueDate").isNull())
                .as("nothing is guessed")
                .isTrue();
    }

    @Test
    void figuresThatDoNotFitTogetherPointAtEachOther() throws IOException {
        Path sentences = Files.writeString(folder.resolve("s.txt"), "全县新建住房390套，由东区185套、西区206套组成。\n出口8亿元。\n");

        List<JsonNode> lines = documents(Command.run("inspect", "--text", sentences.toString()));

        JsonNode flag = lines.get(0).get("metrics").get(0).get("flags").get(0);
        assertThat(flag.toString()).isEqualTo("{\"check\":\"PARTS\",\"metrics\":[1,2]}");
        assertThat(lines.get(0)
                        .get("metrics")
                        .get(2)
                        .get("flags")
                        .get(0)
                        .get("metrics")
                        .toString())
                .isEqualTo("[0]");
        assertThat(lines.get(1).get("metrics").get(0).get("flags")).isEmpty();
    }

    @Test
    void oneBadFileDoesNotStopTheOthers() throws IOException {
        Path binary = Files.write(folder.resolve("picture.txt"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 1});
        Path empty = Files.createFile(folder.resolve("empty.txt"));
        Path missing = folder.resolve("missing.txt");
        Path good = page("good.txt", "UTF-8");

        Command done = Command.run("inspect", binary.toString(), empty.toString(), missing.toString(), good.toString());

        assertThat(done.exitCode()).isEqualTo(1);
        assertThat(done.out().lines()).hasSize(1);
        assertThat(done.err().lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith(binary + ": the file is binary"))
                .anyMatch(line -> line.startsWith(empty + ": "))
                .anyMatch(line -> line.equals(missing + ": there is no such file"));
    }

    @Test
    void outWritesOneFileAPageNamedWithoutTheLastExtension() throws IOException {
        Path page = page("paper.2024.txt", "UTF-8");
        Path out = folder.resolve("new/reports");

        Command done = Command.run("inspect", "--out", out.toString(), page.toString());

        assertThat(done.exitCode()).isZero();
        assertThat(done.out()).isEmpty();
        assertThat(new ObjectMapper()
                        .readTree(out.resolve("paper.2024.json").toFile())
                        .get("articles"))
                .isNotEmpty();
    }

    @Test
    void twoPagesThatWouldLeaveOneReportAreRefusedBeforeAnythingIsWritten() throws IOException {
        Files.createDirectories(folder.resolve("monday"));
        Files.createDirectories(folder.resolve("tuesday"));
        Path monday = page("monday/A02.txt", "UTF-8");
        Path tuesday = page("tuesday/A02.txt", "UTF-8");
        Path out = folder.resolve("reports");

        Command done = Command.run("inspect", "--out", out.toString(), monday.toString(), tuesday.toString());

        assertThat(done.exitCode()).isEqualTo(1);
        assertThat(done.err().lines())
                .containsExactly("broadsheet: " + monday + " and " + tuesday
                        + " would both be written to A02.json; give each a folder of its own with --out");
        assertThat(out).doesNotExist();
    }

    @Test
    void aReportThatCannotBeWrittenIsOneSentence() throws IOException {
        Path page = page("a.txt", "UTF-8");
        Path file = Files.createFile(folder.resolve("file"));
        Path out = folder.resolve("reports");
        Files.createDirectories(out.resolve("a.json"));

        Command noFolder = Command.run("inspect", "--out", file.toString(), page.toString());
        Command noReport = Command.run("inspect", "--out", out.toString(), page.toString());

        assertThat(noFolder.exitCode()).isEqualTo(1);
        assertThat(noFolder.err().lines())
                .singleElement()
                .asString()
                .startsWith("broadsheet: " + file + " cannot be made a folder for the reports: ");
        assertThat(noReport.exitCode()).isEqualTo(1);
        assertThat(noReport.err().lines())
                .singleElement()
                .asString()
                .startsWith(page + ": ")
                .contains(out.resolve("a.json") + ": Is a directory");
    }

    private Path vocabulary(String... rows) throws IOException {
        Path names = Files.createDirectories(folder.resolve("names"));
        Files.write(names.resolve("own.tsv"), List.of(rows));
        return names;
    }

    private static List<String> entities(Command done) throws IOException {
        List<String> entities = new ArrayList<>();
        for (JsonNode article : new ObjectMapper().readTree(done.out()).get("articles")) {
            article.get("entities")
                    .forEach(entity -> entities.add(entity.get("type").asText() + " "
                            + entity.get("text").asText()));
        }
        return entities;
    }

    @Test
    void anOperatorsNamesAreFoundAndWhatCannotBeUsedIsToldOnStandardError() throws IOException {
        Path page = Files.writeString(folder.resolve("a.txt"), PAGE.replace("目前已有", "目前,靠着青禾七步,已有"));
        Path names = vocabulary("# our own", "青禾七步\tPROGRAMME\t村里的办法", "漆下听\tRIVER");

        Command with = Command.run("inspect", "--vocabulary", names.toString(), page.toString());

        assertThat(with.exitCode()).isZero();
        assertThat(entities(with)).contains("PROGRAMME 青禾七步");
        assertThat(with.err().lines())
                .containsExactly(
                        "own.tsv:3: the type is \"RIVER\", not one of PERSON, PLACE, ORGANIZATION, PROJECT, PROGRAMME,"
                                + " PLATFORM, EVENT",
                        names + ": 1 name in 1 file; rejected: 1 row, 0 files");
        assertThat(entities(Command.run("inspect", page.toString()))).doesNotContain("PROGRAMME 青禾七步");
    }

    @Test
    void withoutAPageAVocabularyIsOnlyChecked() throws IOException {
        Path names = vocabulary("青禾七步\tPROGRAMME");
        Command good = Command.run("inspect", "--vocabulary", names.toString());
        assertThat(good.exitCode()).isZero();
        assertThat(good.out()).isEmpty();
        assertThat(good.err().lines()).containsExactly(names + ": 1 name in 1 file; rejected: 0 rows, 0 files");

        vocabulary("青禾七步");
        assertThat(Command.run("inspect", "--vocabulary", names.toString()).exitCode())
                .isEqualTo(1);
    }

    @Test
    void aVocabularyThatIsNoFolderIsOneSentence() throws IOException {
        for (Path wrong : List.of(folder.resolve("missing"), page("a.txt", "UTF-8"))) {
            Command done = Command.run("inspect", "--vocabulary", wrong.toString());
            assertThat(done.exitCode()).isEqualTo(1);
            assertThat(done.err().lines())
                    .containsExactly("broadsheet: " + wrong + " is no folder, so there is no vocabulary to read");
        }
    }

    private static List<JsonNode> documents(Command done) throws IOException {
        List<JsonNode> documents = new ArrayList<>();
        for (String line : done.out().lines().toList()) {
            documents.add(new ObjectMapper().readTree(line));
        }
        return documents;
    }

    @Test
    void plainSentencesGiveOneDocumentALineWithOffsetsInTheLine() throws IOException {
        Path sentences = Files.writeString(folder.resolve("s.txt"), "\uFEFF河口县投资2.4亿元。\r\n\n林小禾说,  成本下降百分之三到五。\n");

        Command done = Command.run("inspect", "--text", sentences.toString());

        assertThat(done.exitCode()).isZero();
        List<JsonNode> documents = documents(done);
        assertThat(documents).extracting(line -> line.get("index").asInt()).containsExactly(0, 1, 2);
        assertThat(documents.get(1).get("metrics")).isEmpty();
        assertThat(documents.get(0).get("metrics").get(0).get("normalizedValue").decimalValue())
                .isEqualByComparingTo("240000000");
        assertThat(documents.get(2).get("metrics").get(0).get("max").asInt()).isEqualTo(5);
        for (JsonNode line : documents) {
            String text = line.get("text").asText();
            for (JsonNode found : line.get("metrics")) {
                assertThat(text.substring(
                                found.get("start").asInt(), found.get("end").asInt()))
                        .isEqualTo(found.get("quote").asText());
            }
            for (JsonNode found : line.get("entities")) {
                assertThat(text.substring(
                                found.get("start").asInt(), found.get("end").asInt()))
                        .isEqualTo(found.get("text").asText());
            }
        }
    }

    @Test
    void plainSentencesComeFromStandardInputToo() throws IOException {
        for (List<String> arguments : List.of(List.of("inspect", "--text"), List.of("inspect", "--text", "-"))) {
            InputStream real = System.in;
            System.setIn(new ByteArrayInputStream("该村种植花椒1.2万亩。".getBytes(Charset.forName("GB18030"))));
            try {
                Command done = Command.run(arguments.toArray(String[]::new));
                assertThat(done.exitCode()).isZero();
                assertThat(documents(done)).hasSize(1);
                assertThat(documents(done)
                                .get(0)
                                .get("metrics")
                                .get(0)
                                .get("normalizedUnit")
                                .asText())
                        .isEqualTo("mu");
            } finally {
                System.setIn(real);
            }
        }
    }

    @Test
    void whyAFileCannotBeReadIsToldThoughTheMessageOfItsExceptionIsItsName() {
        assertThat(InspectCommand.why(folder, new AccessDeniedException(folder.toString())))
                .startsWith(folder + ": ")
                .contains("AccessDenied");
    }

    @Test
    void plainSentencesAreNotViewedAndAFileThatIsMissingIsTold() {
        assertThat(Command.run("inspect", "--text", "--view", "-").exitCode()).isEqualTo(2);
        assertThat(Command.run("inspect", "--text", "--out", "x", "-").exitCode())
                .isEqualTo(2);

        Command done = Command.run("inspect", "--text", folder.resolve("none").toString());
        assertThat(done.exitCode()).isEqualTo(1);
        assertThat(done.err().lines()).containsExactly(folder.resolve("none") + ": there is no such file");
    }
}
