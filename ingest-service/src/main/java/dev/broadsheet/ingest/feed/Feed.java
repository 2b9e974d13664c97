package dev.broadsheet.ingest.feed;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One source of issues.
 *
 * @param name short name, for example "default"; part of every deliveryId
 * @param folder where files are dropped
 * @param done where files go that the broker has
 * @param rejected where files go that could not be taken
 * @param publication newspaper, where the whole feed is one paper's
 * @param zone time zone of the schedule
 * @param pattern what file names tell
 * @param schedule when the folder is watched
 * @param expect longest silence that is normal; zero where any is
 */
public record Feed(
        String name,
        Path folder,
        Path done,
        Path rejected,
        @Nullable String publication,
        ZoneId zone,
        FileNamePattern pattern,
        Schedule schedule,
        Duration expect) {

    /** The feed that exists without a feeds.yaml; {@code done} and {@code rejected} null: beside the folder. */
    public static Feed standard(Path folder, @Nullable Path done, @Nullable Path rejected) {
        return new Feed(
                "default",
                folder,
                done == null ? beside(folder, "done") : done,
                rejected == null ? beside(folder, "rejected") : rejected,
                null,
                ZoneId.of("Asia/Shanghai"),
                FileNamePattern.of(FileNamePattern.DEFAULT),
                Schedule.ALWAYS,
                Duration.ZERO);
    }

    /** A folder of that name beside the given one. */
    static Path beside(Path folder, String name) {
        return folder.toAbsolutePath().resolveSibling(name);
    }

    /** Whether files of this name are taken: hidden ones, and those that are still being written, are left alone. */
    public static boolean takes(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && !name.endsWith(".tmp") && !name.endsWith(".part");
    }

    /** A sentence for each folder in which what is put away would arrive again, and so without end. */
    public static List<String> circles(List<Feed> feeds) {
        List<String> circles = new ArrayList<>();
        for (Feed from : feeds) {
            for (Feed to : feeds) {
                circle(from, "done", from.done, to).ifPresent(circles::add);
                circle(from, "rejected", from.rejected, to).ifPresent(circles::add);
            }
        }
        return circles;
    }

    private static Optional<String> circle(Feed from, String what, Path shelf, Feed to) {
        return whole(shelf).equals(whole(to.folder))
                ? Optional.of("what feed " + from.name + " is through with (" + what + ") would go to " + shelf
                        + ", from where feed " + to.name + " would take it again; name another folder")
                : Optional.empty();
    }

    private static Path whole(Path folder) {
        return folder.toAbsolutePath().normalize();
    }

    /** What the name of a file tells, the feed's own publication first. */
    public FileHints hints(String fileName) {
        FileHints hints = pattern.read(fileName);
        return publication == null
                ? hints
                : new FileHints(publication, hints.issueDate(), hints.edition(), hints.page());
    }
}
