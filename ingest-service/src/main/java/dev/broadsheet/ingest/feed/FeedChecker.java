package dev.broadsheet.ingest.feed;

import dev.broadsheet.runtime.Durations;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the entries of feeds.yaml and adds a sentence to {@code problems} for each that does not do. */
record FeedChecker(Path base, @Nullable Path done, @Nullable Path rejected, List<String> problems) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final String DEFAULT_ZONE = "Asia/Shanghai";

    List<Feed> check(List<FeedEntry> entries) {
        List<Feed> feeds = new ArrayList<>();
        Set<Object> taken = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            String place = "feeds[" + i + "]";
            Feed feed = feed(place, entries.get(i));
            if (feed != null) {
                unique(taken, feed.name(), place + ".name: \"" + feed.name() + "\" is taken by another feed");
                unique(taken, feed.folder(), place + ".folder: " + feed.folder() + " is watched by another feed");
                feeds.add(feed);
            }
        }
        return feeds;
    }

    private @Nullable Feed feed(String place, @Nullable FeedEntry entry) {
        if (entry == null) {
            problems.add(place + ": is empty");
            return null;
        }
        String name = name(place, entry.name());
        Path folder = parsed(
                place + ".folder", entry.folder(), text -> base.resolve(text).normalize());
        ZoneId zone = parsed(place + ".zone", orElse(entry.zone(), DEFAULT_ZONE), ZoneId::of);
        FileNamePattern pattern =
                parsed(place + ".pattern", orElse(entry.pattern(), FileNamePattern.DEFAULT), FileNamePattern::of);
        Schedule schedule = schedule(place + ".schedule", entry.schedule());
        Duration expect = schedule == null ? null : expect(place + ".expect", entry.expect(), schedule);
        if (name == null || folder == null || zone == null || pattern == null || schedule == null || expect == null) {
            return null;
        }
        return new Feed(
                name,
                folder,
                shelf(done, folder, "done", name),
                shelf(rejected, folder, "rejected", name),
                entry.publication() == null || entry.publication().isBlank()
                        ? null
                        : entry.publication().strip(),
                zone,
                pattern,
                schedule,
                expect);
    }

    private static Path shelf(@Nullable Path given, Path folder, String kind, String name) {
        return (given == null ? Feed.beside(folder, kind) : given).resolve(name);
    }

    private @Nullable String name(String place, @Nullable String name) {
        if (name == null || !NAME.matcher(name).matches()) {
            problems.add(place + ".name: " + (name == null ? "is missing" : "\"" + name + "\"")
                    + "; a name has lower-case letters, digits, dots, dashes, at most 64");
            return null;
        }
        return name;
    }

    private <T> @Nullable T parsed(String place, @Nullable String text, Function<String, T> parser) {
        if (text == null || text.isBlank()) {
            problems.add(place + ": is missing");
            return null;
        }
        try {
            return parser.apply(text);
        } catch (InvalidPathException | DateTimeException e) {
            problems.add(place + ": \"" + text + "\": " + e.getMessage());
        } catch (IllegalArgumentException e) {
            problems.add(place + ": " + e.getMessage());
        }
        return null;
    }

    private @Nullable Duration expect(String place, @Nullable String text, Schedule schedule) {
        return text == null
                ? schedule.longestSilence()
                : parsed(
                        place,
                        text,
                        given -> Durations.parse(given)
                                .filter(duration -> !duration.isNegative())
                                .orElseThrow(() -> new IllegalArgumentException("\"" + given
                                        + "\" is no length of time such as 26h or 8d; 0s: nothing is expected")));
    }

    private @Nullable Schedule schedule(String place, @Nullable List<String> windows) {
        if (windows == null) {
            return Schedule.ALWAYS;
        }
        List<Schedule.Window> parsed = new ArrayList<>();
        for (String window : windows) {
            Schedule.Window one = parsed(place, window, Schedule.Window::parse);
            if (one != null) {
                parsed.add(one);
            }
        }
        return parsed.size() == windows.size() ? new Schedule(parsed) : null;
    }

    private void unique(Set<Object> taken, Object value, String problem) {
        if (!taken.add(value)) {
            problems.add(problem);
        }
    }

    private static String orElse(@Nullable String text, String fallback) {
        return text == null ? fallback : text;
    }
}
