package dev.broadsheet.enrich.project;

import dev.broadsheet.enrich.extract.MetricKind;
import dev.broadsheet.enrich.extract.MetricMention;
import dev.broadsheet.enrich.extract.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives a scope's amounts of money to its projects: a single one takes each that a word calls its investment; several share what is 均 theirs,
 * or take 分别 in order, and no sum is given to any of them. Stateless.
 */
final class InvestmentReader {
    /** The word stands at most so many characters before its figure: 计划完成投资约 20亿元. */
    private static final int REACH = 16;

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    /** A metric and where its figure stands in the flat text. */
    record Money(MetricMention metric, int start, int end) {
        static @Nullable Money of(MetricMention metric, BlockText block) {
            boolean amount = metric.kind() == MetricKind.LEVEL
                    && CURRENCY.matcher(metric.normalizedUnit()).matches();
            int end = block.at(metric.end());
            return amount
                    ? new Money(metric, Math.max(0, end - metric.rawValue().length()), end)
                    : null;
        }
    }

    private record Taken(InvestmentKind kind, MetricMention metric) {}

    private InvestmentReader() {}

    /** @param amounts of the block, in order */
    static void read(Scope scope, List<Money> amounts) {
        List<Taken> taken = new ArrayList<>();
        InvestmentKind last = null;
        int floor = scope.from();
        for (Money money : amounts) {
            if (money.start() < scope.from() || money.end() > scope.to()) {
                continue;
            }
            InvestmentKind kind = kind(scope, money, floor, last);
            if (kind != null) {
                taken.add(new Taken(kind, money.metric()));
            }
            last = kind;
            floor = money.end();
        }
        give(scope, taken);
    }

    private static @Nullable InvestmentKind kind(Scope scope, Money money, int floor, @Nullable InvestmentKind last) {
        String text = scope.block().text();
        int from = Math.max(
                Math.max(floor, scope.block().clauseStart(money.start(), scope.from())), money.start() - REACH);
        boolean series = money.start() - floor == 1 && "、和与".indexOf(text.charAt(floor)) >= 0;
        InvestmentKind kind = series ? last : ProjectWords.investment(text, from, money.start());
        return kind == InvestmentKind.DONE && money.metric().status() == Status.TARGET ? InvestmentKind.DUE : kind;
    }

    private static void give(Scope scope, List<Taken> taken) {
        List<Draft> projects = scope.group().projects().stream().distinct().toList();
        String text = scope.block().text();
        if (scope.group().isOne() || ProjectWords.holds(ProjectWords.EACH, text, scope.behind(), scope.to())) {
            taken.forEach(one -> projects.forEach(project -> project.investment(one.kind(), one.metric())));
            return;
        }
        boolean inOrder = !scope.group().andOthers()
                && ProjectWords.holds(ProjectWords.IN_ORDER, text, scope.behind(), scope.to());
        if (inOrder && taken.size() == projects.size()) {
            for (int i = 0; i < taken.size(); i++) {
                projects.get(i).investment(taken.get(i).kind(), taken.get(i).metric());
            }
        }
    }
}
