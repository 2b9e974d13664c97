package dev.broadsheet.ingest.text;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import dev.broadsheet.ingest.text.TextReading.NoText;
import dev.broadsheet.ingest.text.TextReading.Text;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the charset of a page: a byte order mark is believed; else strict UTF-8; else, of UTF-16, GB18030 and Big5, the
 * one whose strict reading has most of the characters that are frequent in Chinese text, ICU's detector deciding between
 * near equals. Never guesses past a byte that does not fit: such a file is no text. Any thread.
 */
public final class CharsetFinder {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5");
    private static final List<Charset> WITHOUT_MARK =
            List.of(GB18030, BIG5, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    private static final int SAMPLE = 64 * 1024;

    /** Right readings of newspaper pages lie above 0.5, wrong ones below 0.15. */
    private static final double PLAUSIBLE = 0.25;

    /** So short a text may have no frequent character at all. */
    private static final int SHORT = 12;

    private static final double NEAR = 0.1;

    private final CommonCharacters characters = CommonCharacters.load();

    private record Candidate(Charset charset, TextStatistics statistics) {}

    public TextReading find(byte[] bytes) {
        Optional<Charset> marked = marked(bytes);
        if (marked.isPresent()) {
            return judge(new Candidate(marked.get(), TextStatistics.of(bytes, marked.get(), characters)));
        }
        TextStatistics utf8 = TextStatistics.of(bytes, StandardCharsets.UTF_8, characters);
        if (utf8.fits() && !utf8.binary()) {
            return judge(new Candidate(StandardCharsets.UTF_8, utf8));
        }
        return withoutMark(bytes)
                .map(this::judge)
                .orElseGet(() -> utf8.fits() || controlled(bytes) ? binary() : undecodable(utf8.badByte()));
    }

    private TextReading judge(Candidate candidate) {
        TextStatistics statistics = candidate.statistics();
        if (!statistics.fits()) {
            return new NoText("the byte order mark says " + candidate.charset() + ", but byte " + statistics.badByte()
                    + " is not valid in it; save the file again as UTF-8 and drop it again");
        }
        if (statistics.binary()) {
            return binary();
        }
        if (statistics.visible() == 0) {
            return new NoText("the file holds white space only; drop the page's text");
        }
        return new Text(candidate.charset().name());
    }

    private static Optional<Charset> marked(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return starts(bytes, 0xFE, 0xFF) ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private Optional<Candidate> withoutMark(byte[] bytes) {
        List<Candidate> candidates = WITHOUT_MARK.stream()
                .map(charset -> new Candidate(charset, TextStatistics.of(bytes, charset, characters)))
                .filter(candidate ->
                        candidate.statistics().fits() && !candidate.statistics().binary())
                .sorted(Comparator.comparingDouble(
                        (Candidate candidate) -> -candidate.statistics().plausibility()))
                .toList();
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        Candidate best = amongNearEquals(bytes, candidates);
        return plausible(best) ? Optional.of(best) : Optional.empty();
    }

    private static boolean plausible(Candidate candidate) {
        TextStatistics statistics = candidate.statistics();
        if (statistics.plausibility() >= PLAUSIBLE) {
            return true;
        }
        return isUtf16(candidate.charset())
                ? statistics.foreign() == 0 && statistics.controls() == 0
                : statistics.foreign() <= SHORT;
    }

    private static boolean isUtf16(Charset charset) {
        return charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE);
    }

    private static Candidate amongNearEquals(byte[] bytes, List<Candidate> sorted) {
        double best = sorted.get(0).statistics().plausibility();
        List<Candidate> near = sorted.stream()
                .filter(candidate -> best - candidate.statistics().plausibility() < NEAR)
                .toList();
        if (near.size() == 1) {
            return near.get(0);
        }
        CharsetDetector detector = new CharsetDetector();
        detector.setText(bytes.length > SAMPLE ? Arrays.copyOf(bytes, SAMPLE) : bytes);
        for (CharsetMatch match : detector.detectAll()) {
            for (Candidate candidate : near) {
                if (candidate.charset().name().equals(match.getName())) {
                    return candidate;
                }
            }
        }
        return near.get(0);
    }

    /** Bytes that no charset of text uses so often: U+0000 and other control codes. */
    private static boolean controlled(byte[] bytes) {
        long controls = 0;
        for (byte b : bytes) {
            controls += b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' ? 1 : 0;
        }
        return controls * 20 > bytes.length;
    }

    private static NoText binary() {
        return new NoText("the file is binary (a picture, PDF or archive?), not text; drop the page's text");
    }

    private static NoText undecodable(long badByte) {
        return new NoText("the text is in no charset that fits all of it (UTF-8 breaks at byte " + badByte
                + "; UTF-16, GB18030 and Big5 do not fit either); save it as UTF-8 and drop it again");
    }
}
