package dev.broadsheet.ingest.feed;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
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

    /** What the name of a file tells, the feed's own publication first. */
    public FileHints hints(String fileName) {
        FileHints hints = pattern.read(fileName);
        return publication == null
                ? hints
                : new FileHints(publication, hints.issueDate(), hints.edition(), hints.page());
    }
}
