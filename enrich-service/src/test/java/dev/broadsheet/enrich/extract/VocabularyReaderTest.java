package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyReaderTest {
    private static final int MILLION = 1_000_000;

    @TempDir
    Path folder;

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private LoadedVocabulary read() throws IOException {
        return VocabularyReader.read(folder);
    }

    @Test
    @DisplayName("rows of all .tsv files are loaded, with or without a comment; comments and blank lines are no rows")
    void readsAFolder() throws IOException {
        write("b.tsv", "# our own\n\n青禾七步\tPROGRAMME\t村里的办法\n漆下听\tplatform\n \t \n");
        write("a.tsv", "拾光节\t EVENT \t\n");
        write("notes.txt", "这里没有名字");
        write(".b.tsv.swp.tsv", "an editor's");
        Files.createDirectories(folder.resolve("more.tsv"));
        Files.createDirectories(folder.resolve("sub"));
        Files.writeString(folder.resolve("sub/c.tsv"), "雁栖谷\tPLACE");

        LoadedVocabulary loaded = read();

        assertThat(loaded.vocabulary().rows())
                .containsExactlyInAnyOrder("拾光节\tEVENT", "漆下听\tPLATFORM", "青禾七步\tPROGRAMME");
        assertThat(loaded.isWhole()).isTrue();
        assertThat(loaded.report(folder)).containsExactly(folder + ": 3 names in 2 files; rejected: 0 rows, 0 files");
    }

    @ParameterizedTest
    @DisplayName("a bad row is told with file, line and cause, and the rows around it are loaded")
    @CsvSource(delimiter = '|', textBlock = """
            青禾七步 | expected name, type and perhaps a comment with tabs between them, not 1 column
            青禾七步,PROGRAMME | expected name, type and perhaps a comment with tabs between them, not 1 column
            青禾七步\\tPROGRAMME\\tx\\ty | expected name, type and perhaps a comment with tabs between them, not 4 columns
            青禾七步\\tRIVER | the type is "RIVER", not one of PERSON, PLACE, ORGANIZATION, PROJECT, PROGRAMME, PLATFORM, EVENT
            青禾七步\\t | the type is "", not one of PERSON, PLACE, ORGANIZATION, PROJECT, PROGRAMME, PLATFORM, EVENT
            \\tPLACE | the name is shorter than 2 characters
            禾\\tPLACE | the name is shorter than 2 characters
            𠮷\\tPLACE | the name is shorter than 2 characters
            ——\\tPLACE | the name has no letter or digit
            干吧！青禾\\tPROGRAMME | the name holds the end of a sentence, so it would never be found
            甲乙\\tPLACE | "甲乙" is listed as PROJECT already, in names.tsv:1
            甲 乙\\tPROJECT | "甲乙" is listed as PROJECT already, in names.tsv:1
            """)
    void tellsBadRows(String row, String why) throws IOException {
        write("names.tsv", "甲乙\tPROJECT\n" + row.replace("\\t", "\t") + "\n丙丁\tPROJECT\n");

        LoadedVocabulary loaded = read();

        assertThat(loaded.problems()).containsExactly("names.tsv:2: " + why);
        assertThat(loaded.rejectedRows()).isEqualTo(1);
        assertThat(loaded.vocabulary().rows()).containsExactlyInAnyOrder("甲乙\tPROJECT", "丙丁\tPROJECT");
    }

    @Test
    @DisplayName("a name may have sixty characters and a line four thousand")
    void boundsLengths() throws IOException {
        write(
                "names.tsv",
                "甲".repeat(60) + "\tPLACE\n" + "甲".repeat(61) + "\tPLACE\n青禾\tPLACE\t" + "x".repeat(3991)
                        + "\n青石\tPLACE\t" + "x".repeat(3992) + "\n");
        LoadedVocabulary loaded = read();
        assertThat(loaded.vocabulary().rows()).containsExactlyInAnyOrder("甲".repeat(60) + "\tPLACE", "青禾\tPLACE");
        assertThat(loaded.problems())
                .containsExactly(
                        "names.tsv:2: the name is longer than 60 characters",
                        "names.tsv:4: the line is longer than 4000 characters");
    }

    @Test
    @DisplayName("a name that an earlier file lists is told with both places, and the first one holds")
    void firstFileHolds() throws IOException {
        write("b.tsv", "\n青禾七步\tEVENT\n");
        write("a.tsv", "青禾七步\tPROGRAMME\n");
        LoadedVocabulary loaded = read();
        assertThat(loaded.vocabulary().rows()).containsExactly("青禾七步\tPROGRAMME");
        assertThat(loaded.problems()).containsExactly("b.tsv:2: \"青禾七步\" is listed as PROGRAMME already, in a.tsv:1");
    }

    @Test
    @DisplayName("names are folded as texts are, and quotation marks around a whole name are no part of it")
    void foldsNames() throws IOException {
        write("names.tsv", "“青禾七步”\tPROGRAMME\n\"１３５８\"攻坚\tPROGRAMME\nＡＩ帮办 (东区)\tPLATFORM\n「甲」和「乙」\tEVENT\n");
        assertThat(read().vocabulary().rows())
                .containsExactlyInAnyOrder(
                        "青禾七步\tPROGRAMME", "“1358”攻坚\tPROGRAMME", "AI帮办（东区）\tPLATFORM", "“甲”和“乙”\tEVENT");
    }

    @ParameterizedTest
    @DisplayName("line ends of every system are line ends, and count as one each")
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void readsLineEnds(String end) throws IOException {
        write("names.tsv", String.join(end, "# names", "青禾七步\tPROGRAMME", "", "漆下听\tRIVER", "拾光节\tEVENT"));
        LoadedVocabulary loaded = read();
        assertThat(loaded.vocabulary().rows()).containsExactlyInAnyOrder("青禾七步\tPROGRAMME", "拾光节\tEVENT");
        assertThat(loaded.problems()).singleElement().asString().startsWith("names.tsv:4: ");
    }

    @Test
    @DisplayName("a byte order mark is no part of the first name, or of the sign of a comment")
    void readsByteOrderMark() throws IOException {
        write("a.tsv", "\ufeff青禾七步\tPROGRAMME\n");
        write("b.tsv", "\ufeff# 注释\n漆下听\tPLATFORM\n");
        LoadedVocabulary loaded = read();
        assertThat(loaded.vocabulary().rows()).containsExactlyInAnyOrder("青禾七步\tPROGRAMME", "漆下听\tPLATFORM");
        assertThat(loaded.isWhole()).isTrue();
    }

    @ParameterizedTest
    @DisplayName("a file in another charset is told with its first bad line, and not a row of it is used")
    @ValueSource(strings = {"GB18030", "UTF-16"})
    void refusesOtherCharsets(String charset) throws IOException {
        String bad = "abcd\tPLACE\n青禾七步\tPROGRAMME\n";
        Files.write(folder.resolve("a.tsv"), bad.getBytes(Charset.forName(charset)));
        write("b.tsv", "漆下听\tPLATFORM\n");
        LoadedVocabulary loaded = read();
        assertThat(loaded.vocabulary().rows()).containsExactly("漆下听\tPLATFORM");
        int line = charset.equals("GB18030") ? 2 : 1;
        assertThat(loaded.report(folder))
                .containsExactly(
                        "a.tsv: is not UTF-8 (line " + line + "), so nothing of it is used",
                        folder + ": 1 name in 1 file; rejected: 0 rows, 1 file");
    }

    @Test
    @DisplayName("of a file that turns out not to be UTF-8 at its end no name and no problem is left")
    void takesBackABadFile() throws IOException {
        write("a.tsv", "青禾\tPLACE\n");
        StringBuilder rows = new StringBuilder("bad row\n");
        for (int i = 0; i < 5000; i++) {
            rows.append("第").append(i).append("号工程\tPROJECT\n");
        }
        byte[] good = rows.append("漆下听\tPLATFORM\n").toString().getBytes(StandardCharsets.UTF_8);
        write("c.tsv", "漆下听\tPLATFORM\n青禾\tPLACE\n第7号工程\tEVENT\n");
        byte[] bad = Arrays.copyOf(good, good.length + 1);
        bad[good.length] = (byte) 0xC7;
        Files.write(folder.resolve("b.tsv"), bad);

        LoadedVocabulary loaded = read();

        assertThat(loaded.vocabulary().rows()).containsExactlyInAnyOrder("青禾\tPLACE", "漆下听\tPLATFORM", "第7号工程\tEVENT");
        assertThat(loaded.problems())
                .containsExactly(
                        "b.tsv: is not UTF-8 (line 5003), so nothing of it is used",
                        "c.tsv:2: \"青禾\" is listed as PLACE already, in a.tsv:1");
        assertThat(loaded.rejectedRows()).isEqualTo(1);
    }

    @Test
    @DisplayName("a character that the end of the file cuts is not UTF-8")
    void refusesCutCharacter() throws IOException {
        byte[] whole = "青禾\tPLACE\n漆".getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("a.tsv"), Arrays.copyOf(whole, whole.length - 1));
        assertThat(read().problems()).containsExactly("a.tsv: is not UTF-8 (line 2), so nothing of it is used");
    }

    @Test
    @DisplayName("characters on the edge of what is read at once are read whole, and lines behind are counted")
    void readsOverEdges() throws IOException {
        String comment = "# " + "长".repeat(1000) + "\n";
        write("a.tsv", comment.repeat(100) + "青禾七步\tRIVER\n");
        assertThat(read().problems()).singleElement().asString().startsWith("a.tsv:101: the type is");
    }

    @Test
    @DisplayName("links are followed, as Kubernetes mounts configuration, and one that leads nowhere is told")
    void followsLinks() throws IOException {
        Path data = Files.createDirectories(folder.resolve("..data"));
        Files.writeString(data.resolve("own.tsv"), "青禾七步\tPROGRAMME");
        Files.createSymbolicLink(folder.resolve("own.tsv"), data.resolve("own.tsv"));
        Files.createSymbolicLink(folder.resolve("lost.tsv"), data.resolve("lost.tsv"));
        LoadedVocabulary loaded = read();
        assertThat(loaded.vocabulary().rows()).containsExactly("青禾七步\tPROGRAMME");
        assertThat(loaded.problems()).singleElement().asString().startsWith("lost.tsv: cannot be read (");
    }

    @Test
    @DisplayName("an empty folder has no names and nothing is wrong with it")
    void readsEmptyFolder() throws IOException {
        LoadedVocabulary loaded = read();
        assertThat(loaded.vocabulary().size()).isZero();
        assertThat(loaded.isWhole()).isTrue();
    }

    @Test
    @DisplayName("a folder that is missing or is a file cannot be read")
    void refusesWhatIsNoFolder() throws IOException {
        write("a.tsv", "");
        assertThatThrownBy(() -> VocabularyReader.read(folder.resolve("missing")))
                .isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> VocabularyReader.read(folder.resolve("a.tsv")))
                .isInstanceOf(NotDirectoryException.class);
    }

    @Test
    @DisplayName("the first twenty problems are told, all are counted")
    void boundsWhatIsTold() throws IOException {
        write("a.tsv", "bad\n".repeat(1234));
        LoadedVocabulary loaded = read();
        assertThat(loaded.rejectedRows()).isEqualTo(1234);
        assertThat(loaded.report(folder))
                .hasSize(22)
                .contains("a.tsv:20: expected name, type and perhaps a comment with tabs between them, not 1 column")
                .endsWith(
                        "and 1214 more that cannot be used",
                        folder + ": 0 names in 1 file; rejected: 1234 rows, 0 files");
    }

    @Test
    @DisplayName("a million rows are read in seconds, whether they are good, alike at their start or bad")
    void readsAMillionRows() throws IOException {
        try (BufferedWriter rows = Files.newBufferedWriter(folder.resolve("a.tsv"))) {
            for (int i = 0; i < MILLION; i++) {
                rows.write("青禾镇第" + i + (i % 4 == 3 ? "号工程\n" : "号工程\tPROJECT\t注\n"));
            }
        }
        LoadedVocabulary loaded = assertTimeoutPreemptively(Duration.ofSeconds(20), this::read);
        assertThat(loaded.vocabulary().size()).isEqualTo(MILLION * 3 / 4);
        assertThat(loaded.rejectedRows()).isEqualTo(MILLION / 4);
        Extractor extractor = Extractor.create(loaded.vocabulary());
        assertThat(extractor
                        .extract(Extractors.article(null, List.of(), "昨日，青禾镇第9000号工程和青禾镇第90001号工程开工。"))
                        .entities())
                .filteredOn(entity -> entity.type() == EntityType.PROJECT)
                .extracting(EntityMention::text)
                .containsExactly("青禾镇第9000号工程", "青禾镇第90001号工程");
    }

    @Test
    @DisplayName("a line of fifty megabytes is one bad row")
    void readsOverEndlessLine() throws IOException {
        try (BufferedWriter rows = Files.newBufferedWriter(folder.resolve("a.tsv"))) {
            String much = "x".repeat(MILLION);
            for (int i = 0; i < 50; i++) {
                rows.write(much);
            }
            rows.write("\n青禾七步\tPROGRAMME");
        }
        LoadedVocabulary loaded = assertTimeoutPreemptively(Duration.ofSeconds(20), this::read);
        assertThat(loaded.problems()).containsExactly("a.tsv:1: the line is longer than 4000 characters");
        assertThat(loaded.vocabulary().rows()).containsExactly("青禾七步\tPROGRAMME");
    }
}
