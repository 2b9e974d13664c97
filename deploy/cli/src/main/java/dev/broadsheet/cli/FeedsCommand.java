package dev.broadsheet.cli;

import dev.broadsheet.contracts.FeedControl;
import dev.broadsheet.contracts.FeedState;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.sink.repair.FeedControls;
import dev.broadsheet.sink.repair.RecordValues;
import dev.broadsheet.sink.repair.TopicReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which feeds there are, and whether their files are taken. */
@Command(
        name = "feeds",
        mixinStandardHelpOptions = true,
        description = {
            "The feeds that intakes watch. A paused feed's files wait in its folder; what was taken before goes on.",
            "A pause holds over restarts, in every instance, until the feed is resumed."
        })
final class FeedsCommand {
    @Command(mixinStandardHelpOptions = true, description = "One line a feed: name, zone, windows, newspaper, pause.")
    int list(@Mixin EndpointOptions endpoints) {
        Endpoints where = endpoints.read();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Map<String, FeedControl> controls = last(where, Topic.FEEDS_CONTROL, FeedControl.class, FeedControl::getFeed);
        feeds(where).values().forEach(feed -> out.println(line(feed, controls.get(feed.getFeed()))));
        return 0;
    }

    @Command(mixinStandardHelpOptions = true, description = "Leave the feed's files where they are, from now on.")
    int pause(
            @Mixin EndpointOptions endpoints,
            @Parameters(paramLabel = "FEED", description = "As list prints it.") String feed,
            @Option(names = "--reason", paramLabel = "TEXT", description = "Told to whoever looks.") @Nullable
                    String reason) {
        return control(endpoints, feed, true, reason);
    }

    @Command(mixinStandardHelpOptions = true, description = "Take the feed's files again.")
    int resume(
            @Mixin EndpointOptions endpoints,
            @Parameters(paramLabel = "FEED", description = "As list prints it.") String feed) {
        return control(endpoints, feed, false, null);
    }

    private static int control(EndpointOptions endpoints, String feed, boolean paused, @Nullable String reason) {
        Endpoints where = endpoints.read();
        Map<String, FeedState> feeds = feeds(where);
        if (!feeds.containsKey(feed)) {
            throw new UserException("there is no feed " + feed
                    + (feeds.isEmpty()
                            ? "; no intake has told of any"
                            : "; feeds are " + String.join(", ", feeds.keySet())));
        }
        FeedControls.write(where, feed, paused, reason, "cli:" + System.getProperty("user.name"), Clock.systemUTC());
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("feed " + feed + (paused ? " is paused; its files wait in its folder" : " is resumed"));
        return 0;
    }

    private static String line(FeedState feed, @Nullable FeedControl control) {
        String windows = feed.getWindows().isEmpty() ? "always" : String.join(", ", feed.getWindows());
        String paper = feed.getPublication() == null ? "" : "  " + feed.getPublication();
        String pause = "";
        if (control != null && control.getPaused()) {
            pause = "  PAUSED since " + control.getAt() + " by " + control.getBy()
                    + (control.getReason() == null ? "" : ": " + control.getReason());
        }
        return feed.getFeed() + "  " + feed.getZone() + "  " + windows + paper + pause;
    }

    private static Map<String, FeedState> feeds(Endpoints where) {
        return last(where, Topic.FEEDS, FeedState.class, FeedState::getFeed);
    }

    private static <T extends SpecificRecord> Map<String, T> last(
            Endpoints where, Topic topic, Class<T> type, Function<T, String> name) {
        RecordValues<T> values = new RecordValues<>(where, type);
        Map<String, T> last = new TreeMap<>();
        try (TopicReader reader = new TopicReader(where, topic, true)) {
            reader.readToEnd(record -> {
                values.value(record).ifPresent(value -> last.put(name.apply(value), value));
                return true;
            });
        }
        return last;
    }
}
