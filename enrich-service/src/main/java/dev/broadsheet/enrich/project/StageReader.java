package dev.broadsheet.enrich.project;

import dev.broadsheet.enrich.extract.Span;
import dev.broadsheet.enrich.extract.Status;
import java.util.List;

/**
 * Which stages a scope says its projects have reached or are to reach. A plan's cue (计划, 力争) holds until the text says what has happened
 * (已, 目前), or its sentence ends. Stateless.
 */
final class StageReader {
    private StageReader() {}

    /** @param names of anything in the block, in order: a word inside a name tells no stage */
    static void read(Scope scope, List<Span> names) {
        String text = scope.block().text();
        boolean planned = false;
        int name = 0;
        for (int i = scope.sentence(); i < scope.to(); ) {
            while (name < names.size() && names.get(name).end() <= i) {
                name++;
            }
            if (name < names.size() && names.get(name).covers(i)) {
                i = names.get(name).end();
                continue;
            }
            int neutral = ProjectWords.NEUTRAL.matchLength(text, i, scope.to());
            int plan = ProjectWords.PLAN.matchLength(text, i, scope.to());
            int reached = ProjectWords.REACHED.matchLength(text, i, scope.to());
            int stage = ProjectWords.STAGE.matchLength(text, i, scope.to());
            if (text.charAt(i) == '；') {
                planned = false;
            }
            if (neutral > 0 && neutral >= Math.max(plan, Math.max(reached, stage))) {
                i += neutral;
            } else if (stage > 0 && stage >= Math.max(plan, reached)) {
                if (i >= scope.from() && tells(text, i, i + stage, scope.to())) {
                    note(scope, i, i + stage, planned);
                }
                i += stage;
            } else if (plan > 0 && plan >= reached) {
                planned = true;
                i++;
            } else if (reached > 0 && !endsDate(text, i)) {
                planned = false;
                i += reached;
            } else {
                i++;
            }
        }
    }

    /** 6月30日前 holds no 日前. */
    private static boolean endsDate(String text, int at) {
        return text.charAt(at) == '日' && at > 0 && Character.isDigit(text.charAt(at - 1));
    }

    private static boolean tells(String text, int start, int end, int limit) {
        boolean counts = end < limit && Character.isDigit(text.charAt(end));
        return !counts && !ProjectWords.isDenied(text, start) && ProjectWords.BEHIND.matchLength(text, end, limit) == 0;
    }

    private static void note(Scope scope, int start, int end, boolean planned) {
        BlockText block = scope.block();
        String text = block.text();
        WrittenDate date = WrittenDate.before(text, scope.sentence(), start);
        Passage evidence = block.passage(date == null ? start : date.start(), end);
        Milestone milestone = new Milestone(
                ProjectWords.stage(text.substring(start, end)),
                planned ? Status.TARGET : Status.ACTUAL,
                date == null ? null : text.substring(date.start(), date.end()),
                date == null ? null : date.day(),
                evidence);
        scope.group().projects().forEach(project -> project.milestone(milestone));
    }
}
