package dev.broadsheet.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.ingest.text.TextReading.NoText;
import dev.broadsheet.ingest.text.TextReading.Text;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetFinderTest {
    private static final String SIMPLIFIED = """
            青川新区三条公路同日开工
            本报讯（记者 田有禾）昨日上午，青川新区三条公路同日开工，总长42公里，预计明年底通车。
            区长在开工现场说，公路建成以后，从青川到海边只要四十分钟，沿线二十六个村的水果当天就能上市。
            """;
    private static final String TRADITIONAL = """
            青川新區三條公路同日開工
            本報訊（記者 田有禾）昨日上午，青川新區三條公路同日開工，總長42公里，預計明年底通車。
            區長在開工現場說，公路建成以後，從青川到海邊只要四十分鐘，沿線二十六個村的水果當天就能上市。
            """;

    private final CharsetFinder finder = new CharsetFinder();

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
    void aSimplifiedPageIsReadInItsCharset(String charset) throws CharacterCodingException {
        byte[] bytes = SIMPLIFIED.getBytes(Charset.forName(charset));

        assertThat(finder.find(bytes)).isEqualTo(new Text(charset));
        assertThat(PageText.decode(ByteBuffer.wrap(bytes), charset)).isEqualTo(SIMPLIFIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "Big5"})
    void aTraditionalPageIsReadInItsCharset(String charset) {
        assertThat(finder.find(TRADITIONAL.getBytes(Charset.forName(charset)))).isEqualTo(new Text(charset));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, 照片", "UTF-8, A", "GB18030, 照片", "GB18030, 青川晚报"})
    void aPageOfAFewCharactersIsReadToo(String charset, String text) {
        assertThat(finder.find(text.getBytes(Charset.forName(charset)))).isEqualTo(new Text(charset));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkIsBelievedAndLeftOutOfTheText(String charset) throws CharacterCodingException {
        byte[] bytes = ("\uFEFF" + SIMPLIFIED).getBytes(Charset.forName(charset));

        assertThat(finder.find(bytes)).isEqualTo(new Text(charset));
        assertThat(PageText.decode(ByteBuffer.wrap(bytes), charset)).isEqualTo(SIMPLIFIED);
    }

    @Test
    void utf16OfAsciiAloneIsNotTakenForUtf8WithNuls() {
        assertThat(finder.find("Weather: sunny, 21 degrees.".getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(new Text("UTF-16LE"));
    }

    @Test
    void aFewNulCharactersInsideTextTravel() {
        byte[] bytes = SIMPLIFIED.replace("公里", "\0公里").getBytes(StandardCharsets.UTF_8);

        assertThat(finder.find(bytes)).isEqualTo(new Text("UTF-8"));
    }

    @Test
    void utf8ThatBreaksOffInsideACharacterIsNoTextInAnotherCharset() {
        byte[] bytes = SIMPLIFIED.getBytes(StandardCharsets.UTF_8);

        assertThat(finder.find(Arrays.copyOf(bytes, bytes.length - 6)))
                .isInstanceOfSatisfying(
                        NoText.class, no -> assertThat(no.reason()).contains("save it as UTF-8"));
    }

    @Test
    void utf8WithAStrayByteIsUndecodable() {
        byte[] bytes = SIMPLIFIED.getBytes(StandardCharsets.UTF_8);
        bytes[100] = (byte) 0xFF;

        assertThat(finder.find(bytes))
                .isInstanceOfSatisfying(
                        NoText.class,
                        no -> assertThat(no.reason()).contains("byte").contains("drop it again"));
    }

    @Test
    void aByteOrderMarkThatTheBytesDoNotKeepIsToldWithThePlace() {
        byte[] bytes = "\uFEFF照片".getBytes(StandardCharsets.UTF_8);
        bytes[4] = 'x';

        assertThat(finder.find(bytes))
                .isInstanceOfSatisfying(
                        NoText.class, no -> assertThat(no.reason()).contains("UTF-8, but byte 3"));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 5_000, 100_000})
    void noiseIsBinary(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);

        assertThat(finder.find(bytes))
                .isInstanceOfSatisfying(
                        NoText.class, no -> assertThat(no.reason()).contains("binary"));
    }

    @Test
    void anArchiveIsBinary() throws java.io.IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(archive)) {
            gzip.write(SIMPLIFIED.repeat(20).getBytes(StandardCharsets.UTF_8));
        }

        assertThat(finder.find(archive.toByteArray())).isInstanceOf(NoText.class);
    }

    @Test
    void nulsAloneAreBinary() {
        assertThat(finder.find(new byte[1000]))
                .isInstanceOfSatisfying(
                        NoText.class, no -> assertThat(no.reason()).contains("binary"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"   ", "\r\n\t\n", "\u3000\u3000\n"})
    void whiteSpaceAloneIsNoPage(String text) {
        assertThat(finder.find(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        NoText.class, no -> assertThat(no.reason()).contains("white space only"));
    }

    @Test
    void aByteThatDoesNotFitIsNeverAQuestionMark() {
        assertThatThrownBy(() -> PageText.decode(ByteBuffer.wrap(new byte[] {'a', (byte) 0xFF}), "UTF-8"))
                .isInstanceOf(MalformedInputException.class);
    }
}
