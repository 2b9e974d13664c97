package dev.broadsheet.cli;

import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.sink.repair.RecordValues;
import dev.broadsheet.sink.repair.TopicReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The story of one file, page or issue, step by step, oldest first. Keeps in memory what it tells of, not what the topic holds. */
@Command(
        name = "receipts",
        mixinStandardHelpOptions = true,
        description = {
            "Tells what became of a file: every receipt of its deliveries, oldest first.",
            "Without a file, every receipt as the topic hands it over; each line begins with its time, for sort.",
            "Exit code 1 where there is no receipt."
        })
final class ReceiptsCommand implements Callable<Integer> {
    private static final int SHOWN_ID = 12;
    /** Of one length, so that lines can be sorted. */
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

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
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        boolean[] any = {false};
        Consumer<Receipt> tell = receipt -> {
            any[0] = true;
            out.println(line(receipt));
        };
        try (Receipts receipts = new Receipts(where)) {
            if (about == null) {
                receipts.read(receipt -> {
                    tell.accept(receipt);
                    return !out.checkError();
                });
            } else {
                story(receipts, about).forEach(tell);
            }
        }
        if (!any[0]) {
            throw new UserException("there is no receipt" + (about == null ? "" : " of " + about)
                    + "; was the file dropped into the drop folder of this installation?");
        }
        return 0;
    }

    /** Receipts of the file or id, and of every delivery that these name. */
    private static List<Receipt> story(Receipts receipts, String about) {
        Set<String> deliveries = new HashSet<>();
        receipts.read(receipt -> {
            if (receipt.getFileName().equals(about)
                    || receipt.getDeliveryId().startsWith(about)
                    || begins(receipt.getIssueId(), about)) {
                deliveries.add(receipt.getDeliveryId());
            }
            return true;
        });
        List<Receipt> story = new ArrayList<>();
        receipts.read(receipt -> !deliveries.contains(receipt.getDeliveryId()) || story.add(receipt));
        story.sort(Comparator.comparing(Receipt::getAt));
        return story;
    }

    /** The topic, which may be read several times. */
    private static final class Receipts implements AutoCloseable {
        private final TopicReader reader;
        private final RecordValues<Receipt> values;

        Receipts(Endpoints where) {
            this.reader = new TopicReader(where, Topic.RECEIPTS, true);
            this.values = new RecordValues<>(where, Receipt.class);
        }

        /** Every receipt that stands now, until {@code wanted} says no. */
        void read(Predicate<Receipt> wanted) {
            reader.rewind();
            reader.readToEnd(record -> values.value(record).map(wanted::test).orElse(true));
        }

        @Override
        public void close() {
            reader.close();
        }
    }

    private static String line(Receipt receipt) {
        StringBuilder line = new StringBuilder()
                .append(TIME.format(receipt.getAt()))
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
