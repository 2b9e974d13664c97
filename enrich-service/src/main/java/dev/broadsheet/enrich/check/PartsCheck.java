package dev.broadsheet.enrich.check;

import dev.broadsheet.enrich.check.Claim.Extent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Holds a total against its parts, where the sentence says that they are parts: 390套，由A185套、B205套组成. Parts that are said to be all must give the total;
 * others must not exceed it, together where they cannot overlap (包括), else each (其中). Stateless.
 */
final class PartsCheck {
    /** Two names that 和 joins, or a noun behind a part's unit, and the name of the next part. */
    private static final String JOINTS = "、和及与";

    private PartsCheck() {}

    static List<Comparison> of(PrintedSentence sentence) {
        List<Comparison> found = new ArrayList<>();
        for (int i = 0; i < sentence.figures().size(); i++) {
            PrintedFigure total = sentence.figures().get(i);
            boolean isChange = CheckWords.endsWithChange(sentence.before(i));
            if (total.isLevel()
                    && total.interval() != null
                    && !isChange
                    && !CheckWords.isRateOrBound(sentence.before(i))) {
                behind(sentence, i).ifPresent(found::add);
                before(sentence, i).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<Comparison> behind(PrintedSentence sentence, int at) {
        PrintedFigure total = sentence.figures().get(at);
        Claim claim = Claim.of(sentence.after(at));
        if (claim == null || at + 1 >= sentence.figures().size()) {
            return Optional.empty();
        }
        boolean all = claim.extent() == Extent.ALL || claim.extent() == Extent.MADE;
        String joints = all ? JOINTS + "，；" : JOINTS;
        List<PrintedFigure> parts = new ArrayList<>();
        int last = at + 1;
        while (last < sentence.figures().size()
                && isPart(sentence.figures().get(last), total)
                && (last == at + 1 || isJoint(sentence.before(last), joints))) {
            parts.add(sentence.figures().get(last++));
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        if (claim.extent() == Extent.SOME) {
            List<PrintedFigure> above = parts.stream()
                    .filter(part -> interval(part).isAbove(interval(total)))
                    .toList();
            return Optional.of(compare(total, above.isEmpty() ? parts : above, above.isEmpty()));
        }
        if (parts.size() < 2 || (all && !isWhole(sentence, claim, at, last))) {
            return Optional.empty();
        }
        Interval sum = sum(parts);
        return Optional.of(compare(total, parts, all ? sum.meets(interval(total)) : !sum.isAbove(interval(total))));
    }

    /** A185套、B205套，合计390套. */
    private static Optional<Comparison> before(PrintedSentence sentence, int at) {
        if (at < 2 || !announcesSum(sentence.before(at))) {
            return Optional.empty();
        }
        PrintedFigure total = sentence.figures().get(at);
        List<PrintedFigure> parts = new ArrayList<>();
        int first = at - 1;
        while (first >= 0
                && isPart(sentence.figures().get(first), total)
                && (first == at - 1 || isJoint(sentence.before(first + 1), JOINTS + "，"))) {
            parts.add(0, sentence.figures().get(first--));
        }
        boolean opens = first < 0
                || (Claim.of(sentence.before(first + 1)) != null
                        && isPart(sentence.figures().get(first), total));
        return parts.size() < 2 || !opens
                ? Optional.empty()
                : Optional.of(compare(total, parts, sum(parts).meets(interval(total))));
    }

    private static boolean announcesSum(String gap) {
        int word = CheckWords.sumEnding(gap);
        int comma = gap.indexOf('，');
        return word > 0 && comma >= 0 && comma <= Claim.LONGEST_NOUN && comma + 1 + word == gap.length();
    }

    private static boolean isPart(PrintedFigure figure, PrintedFigure total) {
        return figure.addsTo(total) && figure.interval() != null;
    }

    /** Whether one part may follow another so: |户型、|, |和西区|, but not |组成，|. */
    private static boolean isJoint(String gap, String joints) {
        int mark = Claim.firstOf(gap, joints);
        return mark >= 0
                && mark <= Claim.LONGEST_NOUN
                && Claim.isLabel(gap.substring(0, mark))
                && Claim.isLabel(gap.substring(mark + 1))
                && !gap.contains("等")
                && !CheckWords.holds(CheckWords.CLOSING, gap.substring(0, mark))
                && !isClaim(gap.substring(mark + 1));
    }

    private static boolean isClaim(String label) {
        return CheckWords.SOME.matchLength(label, 0, label.length()) > 0
                || CheckWords.PARTS.matchLength(label, 0, label.length()) > 0
                || CheckWords.sumEnding(label) > 0;
    }

    /** Whether nothing behind the last part says that there are more, and what was opened is closed. */
    private static boolean isWhole(PrintedSentence sentence, Claim claim, int total, int end) {
        String rest = sentence.after(end - 1);
        int mark = Claim.firstOf(rest, "，。；：（）、！？");
        String noun = mark < 0 ? rest : rest.substring(0, mark);
        char closing = mark < 0 ? '。' : rest.charAt(mark);
        String list = sentence.text()
                .substring(
                        sentence.figures().get(total).end(),
                        sentence.figures().get(end - 1).start());
        if (noun.length() > Claim.LONGEST_NOUN || noun.contains("等") || list.contains("等")) {
            return false;
        }
        if (claim.extent() == Extent.MADE) {
            return CheckWords.holds(CheckWords.CLOSING, noun);
        }
        return claim.closed() ? closing == '）' : closing == '。' || closing == '；' || closing == '！';
    }

    private static Comparison compare(PrintedFigure total, List<PrintedFigure> parts, boolean agrees) {
        return new Comparison(
                Check.PARTS,
                total.index(),
                parts.stream().map(PrintedFigure::index).toList(),
                agrees);
    }

    private static Interval sum(List<PrintedFigure> parts) {
        return parts.stream().map(PartsCheck::interval).reduce(Interval::plus).orElseThrow();
    }

    private static Interval interval(PrintedFigure figure) {
        return Objects.requireNonNull(figure.interval());
    }
}
