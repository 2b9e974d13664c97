package dev.broadsheet.ingest.split;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far to trust that an article has exactly its lines: the smallest margin by which its borders beat the best reading with other borders,
 * and what it lacks, put through a logistic function. Its numbers were fitted to pages that the weights had not seen (QUALITY.md has
 * the reliability).
 */
final class Confidence {
    private static final double A_MARGIN = 0.72;
    private static final double LARGEST_MARGIN = 8;
    private static final double UNTITLED = -0.43;
    private static final double INCOMPLETE = -1.77;
    private static final double TEXTLESS = 0.5;
    private static final double FEW_HAN = 0.3;

    private Confidence() {}

    static double of(Item item, Kind kind, @Nullable String title, boolean incomplete) {
        double score = A_MARGIN * Math.min(item.margin(), LARGEST_MARGIN);
        if (title == null && kind != Kind.PHOTO) {
            score += UNTITLED;
        }
        if (incomplete) {
            score += INCOMPLETE;
        }
        double confidence = 1 / (1 + Math.exp(-score));
        if (!item.has(Role.BODY) && !item.has(Role.CAPTION)) {
            confidence *= TEXTLESS;
        }
        return Math.min(hanShare(item) < FEW_HAN ? FEW_HAN : 1, confidence);
    }

    private static double hanShare(Item item) {
        long all = 0;
        long han = 0;
        for (Placed placed : item.rows()) {
            String text = placed.row().folded();
            for (int i = 0; i < text.length(); i++) {
                all += Character.isLetterOrDigit(text.charAt(i)) ? 1 : 0;
                han += Chars.isHan(text.charAt(i)) ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (double) han / all;
    }

    static double ofPage(List<SplitArticle> articles) {
        double sum = 0;
        long lines = 0;
        for (SplitArticle article : articles) {
            long own =
                    article.blocks().stream().mapToLong(b -> b.lines().size()).sum();
            sum += own * article.confidence();
            lines += own;
        }
        return lines == 0 ? 0 : sum / lines;
    }
}
