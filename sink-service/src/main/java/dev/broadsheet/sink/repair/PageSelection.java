package dev.broadsheet.sink.repair;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which of the pages that stand are meant; what is given narrows the choice.
 *
 * @param issues issueIds, unambiguous beginnings of such, or file names; empty for any
 * @param feed name of a feed, null for any
 * @param since pages whose issue was received then or later, null for any
 */
public record PageSelection(
        List<String> issues,
        @Nullable String feed,
        @Nullable Instant since) {

    /** An issue that was named and is left as it is; {@code reason} is a sentence that names it. */
    public record Refusal(String issue, String reason) {}

    public record Chosen(List<StandingPage> pages, List<Refusal> refused) {}

    public Chosen from(List<StandingPage> standing) {
        List<StandingPage> pages = standing.stream().filter(this::isWithin).toList();
        if (issues.isEmpty()) {
            return new Chosen(pages, List.of());
        }
        Set<StandingPage> chosen = new LinkedHashSet<>();
        List<Refusal> refused = new ArrayList<>();
        for (String named : issues) {
            List<StandingPage> meant = meant(named, pages);
            Set<String> ids = meant.stream().map(StandingPage::issueId).collect(Collectors.toSet());
            if (meant.isEmpty()) {
                refused.add(new Refusal(
                        named,
                        "no page stands from " + named + (feed == null && since == null ? "" : " among those chosen")
                                + "; deploy/broadsheet receipts " + named + " tells what became of it"));
            } else if (ids.size() > 1 && !meant.get(0).fileName().equals(named)) {
                refused.add(
                        new Refusal(named, named + " is the beginning of " + ids.size() + " issues; give more of it"));
            } else {
                chosen.addAll(meant);
            }
        }
        return new Chosen(List.copyOf(chosen), refused);
    }

    private boolean isWithin(StandingPage page) {
        return (feed == null || feed.equals(page.delivery().getFeed()))
                && (since == null || !page.version().getReceivedAt().isBefore(since));
    }

    /** A file name goes before the beginning of an id. */
    private static List<StandingPage> meant(String named, List<StandingPage> pages) {
        List<StandingPage> files = filter(pages, page -> page.fileName().equals(named));
        return files.isEmpty() ? filter(pages, page -> page.issueId().startsWith(named)) : files;
    }

    private static List<StandingPage> filter(List<StandingPage> pages, Predicate<StandingPage> wanted) {
        return pages.stream().filter(wanted).toList();
    }
}
