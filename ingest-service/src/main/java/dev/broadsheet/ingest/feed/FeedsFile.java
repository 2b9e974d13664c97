package dev.broadsheet.ingest.feed;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads feeds.yaml. Every problem is reported at once, each with its place; an unknown key is a problem. Folders in it
 * are relative to the file. Files that are done or rejected go to done/NAME and rejected/NAME under the given folders, or
 * beside the feed's folder.
 */
public final class FeedsFile {
    private final List<String> problems = new ArrayList<>();

    /** What was read; {@code feeds} is of use only where {@code problems} is empty. */
    public record Result(List<Feed> feeds, List<String> problems) {}

    private FeedsFile() {}

    public static Result read(Path file, @Nullable Path done, @Nullable Path rejected) {
        return new FeedsFile().parse(file, done, rejected);
    }

    private Result parse(Path file, @Nullable Path done, @Nullable Path rejected) {
        List<Feed> feeds = List.of();
        try {
            FeedEntry.File content = mapper().readValue(Files.readString(file), FeedEntry.File.class);
            List<FeedEntry> entries = content == null ? null : content.feeds();
            if (entries == null || entries.isEmpty()) {
                problems.add("the file names no feed; it starts with \"feeds:\" and a list");
            } else {
                feeds = new FeedChecker(file.toAbsolutePath().resolveSibling(""), done, rejected, problems)
                        .check(entries);
            }
        } catch (JsonProcessingException e) {
            problems.add(place(e) + e.getOriginalMessage());
        } catch (IOException e) {
            problems.add("cannot be read: " + e);
        }
        return new Result(
                feeds, problems.stream().map(problem -> file + ": " + problem).toList());
    }

    private YAMLMapper mapper() {
        return YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .addHandler(new UnknownKeys())
                .build();
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
    }

    private final class UnknownKeys extends DeserializationProblemHandler {
        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                JsonDeserializer<?> deserializer,
                Object beanOrClass,
                String key)
                throws IOException {
            Collection<Object> known = deserializer.getKnownPropertyNames();
            problems.add("line " + parser.currentTokenLocation().getLineNr() + ": unknown key \"" + key
                    + "\"; known are " + new TreeSet<>(known == null ? List.of() : known));
            parser.skipChildren();
            return true;
        }
    }
}
