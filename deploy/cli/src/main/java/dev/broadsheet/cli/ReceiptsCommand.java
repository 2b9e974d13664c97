package dev.broadsheet.cli;

import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.Topic;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The story of one file, page or issue, step by step, oldest first. */
@Command(
        name = "receipts",
        mixinStandardHelpOptions = true,
        description = {
            "Tells what became of a file: every receipt of its deliveries, oldest first.",
            "Exit code 1 where there is no receipt."
        })
final class ReceiptsCommand implements Callable<Integer> {
    private static final int SHOWN_ID = 12;

    @Mixin
    private EndpointOptions endpoints = new EndpointOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE-NAME|ISSUE",
            description =
                    "File name as dropped, issueId, deliveryId or the beginning of one; without it, every receipt.")
    private @Nullable String about;

    @Override
    public Integer call() {
        Endpoints where = endpoints.read();
        List<Receipt> all = read(where);
        List<Receipt> found = about == null ? all : story(all, about);
        found.sort(Comparator.comparing(Receipt::getAt));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        found.forEach(receipt -> out.println(line(receipt)));
        if (found.isEmpty()) {
            throw new UserException("there is no receipt" + (about == null ? "" : " of " + about)
                    + "; was the file dropped into the drop folder of this installation?");
        }
        return 0;
    }

    private static List<Receipt> read(Endpoints where) {
        RecordValues<Receipt> values = new RecordValues<>(where, Receipt.class);
        List<Receipt> receipts = new ArrayList<>();
        try (TopicReader reader = new TopicReader(where, Topic.RECEIPTS, true)) {
            reader.readToEnd(record -> {
                values.value(record).ifPresent(receipts::add);
                return true;
            });
        }
        return receipts;
    }

    /** Receipts of the file or id, and of every delivery and issue that these name. */
    static List<Receipt> story(List<Receipt> all, String about) {
        Set<String> deliveries = new HashSet<>();
        for (Receipt receipt : all) {
            if (receipt.getFileName().equals(about)
                    || receipt.getDeliveryId().startsWith(about)
                    || begins(receipt.getIssueId(), about)) {
                deliveries.add(receipt.getDeliveryId());
            }
        }
        List<Receipt> story = new ArrayList<>(all);
        story.removeIf(receipt -> !deliveries.contains(receipt.getDeliveryId()));
        return story;
    }

    static String line(Receipt receipt) {
        StringBuilder line = new StringBuilder()
                .append(receipt.getAt())
                .append("  ")
                .append(String.format("%-10s", receipt.getState()))
                .append("  ")
                .append(receipt.getFileName())
                .append("  ")
                .append(receipt.getService());
        add(line, "articles", receipt.getArticles(), Object::toString);
        add(line, "store", receipt.getStore(), Function.identity());
        add(line, "issue", receipt.getIssueId(), ReceiptsCommand::shorten);
        add(line, "first delivery", receipt.getFirstDeliveryId(), ReceiptsCommand::shorten);
        add(line, "other issue", receipt.getOtherIssueId(), ReceiptsCommand::shorten);
        add(line, "reason", receipt.getReason(), Function.identity());
        return line.toString();
    }

    private static <T> void add(StringBuilder line, String name, @Nullable T value, Function<T, String> text) {
        if (value != null) {
            line.append("  ").append(name).append(": ").append(text.apply(value).replaceAll("\\s+", " "));
        }
    }

    private static String shorten(String id) {
        return id.length() <= SHOWN_ID ? id : id.substring(0, SHOWN_ID);
    }

    private static boolean begins(@Nullable String id, String about) {
        return id != null && id.startsWith(about);
    }
}
