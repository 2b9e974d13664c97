package dev.broadsheet.chinese;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The one place that configures HanLP.
 *
 * <p>HanLP's settings and dictionaries belong to the process, not to an object: nothing else in this project may touch
 * them. Its custom dictionary stays off (vocabularies are ours), and it never normalises text (offsets would drift).
 */
final class HanLp {
    /** Held for good: the logging manager forgets the level of a logger that nobody refers to. */
    private static final Logger LOGGER = silenced(Logger.getLogger("HanLP"));

    private HanLp() {}

    static Segment words() {
        return configured(new WordSegment())
                .enableNameRecognize(false)
                .enableTranslatedNameRecognize(false)
                .enablePlaceRecognize(false)
                .enableOrganizationRecognize(false);
    }

    static Segment names() {
        return configured(new ViterbiSegment())
                .enableNameRecognize(true)
                .enableTranslatedNameRecognize(true)
                .enablePlaceRecognize(true)
                .enableOrganizationRecognize(true);
    }

    private static synchronized Segment configured(Segment segment) {
        silenced(LOGGER);
        HanLP.Config.Normalization = false;
        HanLP.Config.ShowTermNature = true;
        return segment.enableCustomDictionary(false)
                .enableJapaneseNameRecognize(false)
                .enableNumberQuantifierRecognize(false)
                .enablePartOfSpeechTagging(true)
                .enableOffset(true);
    }

    /** It greets every process with tips for its settings file, which it does not need. */
    private static Logger silenced(Logger logger) {
        logger.setLevel(Level.OFF);
        return logger;
    }
}
