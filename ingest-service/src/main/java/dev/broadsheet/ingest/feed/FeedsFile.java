package dev.broadsheet.ingest.feed;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.broadsheet.ingest.feed.FeedEntry.File;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
            String text = Files.readString(file);
            YAMLMapper mapper = mapper();
            checkKeys(mapper, text);
            File content = mapper.readValue(text, File.class);
            List<FeedEntry> entries = content == null ? null : content.feeds();
            if (entries == null || entries.isEmpty()) {
                problems.add("the file names no feed; it starts with \"feeds:\" and a list");
            } else {
                feeds = new FeedChecker(file.toAbsolutePath().resolveSibling(""), done, rejected, problems)
                        .check(entries);
            }
        } catch (JsonProcessingException e) {
            problems.add(place(e) + e.getOriginalMessage());
        } catch (CharacterCodingException e) {
            problems.add("is not UTF-8; save it as UTF-8");
        } catch (IOException e) {
            problems.add("cannot be read: " + e);
        }
        return new Result(
                feeds, problems.stream().map(problem -> file + ": " + problem).toList());
    }

    private YAMLMapper mapper() {
        return YAMLMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
    }

    /** A pass of its own: binding buffers a record's keys and forgets where they stood. */
    private void checkKeys(YAMLMapper mapper, String content) throws IOException {
        try (JsonParser parser = mapper.createParser(content)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME) {
                    checkKey(parser, parser.getParsingContext().getParent().inRoot() ? File.class : FeedEntry.class);
                }
            }
        }
    }

    private void checkKey(JsonParser parser, Class<? extends Record> holder) throws IOException {
        Set<String> known = Stream.of(holder.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!known.contains(parser.currentName())) {
            problems.add("line " + parser.currentTokenLocation().getLineNr() + ": unknown key \"" + parser.currentName()
                    + "\"; known are " + known);
            parser.nextToken();
            parser.skipChildren();
        }
    }
}
