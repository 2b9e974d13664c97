package dev.broadsheet.cli.view;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MutableConfigOverride;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.broadsheet.ingest.split.BylineRole;
import dev.broadsheet.ingest.split.Kind;
import dev.broadsheet.ingest.split.Line;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A folder of labels made by hand: NAME.lines.tsv and NAME.articles.json of each page, UTF-8. Any thread. */
public record LabelFolder(Path folder) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .withConfigOverride(Kind.class, LabelFolder::refuseNull)
            .withConfigOverride(BylineRole.class, LabelFolder::refuseNull)
            .build();

    private static void refuseNull(MutableConfigOverride type) {
        type.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL));
    }

    /**
     * Empty where the page has no labels; `placed` are the numbers of its lines that are not blank. Throws IOException, naming file
     * and line, where they are no labels of this page.
     */
    Optional<Labels> read(String name, List<Line> page, Set<Integer> placed) throws IOException {
        Path lines = folder.resolve(name + ".lines.tsv");
        if (!Files.exists(lines)) {
            return Optional.empty();
        }
        Path articles = folder.resolve(name + ".articles.json");
        SortedMap<Integer, LineLabel> lineLabels =
                of(lines, () -> LineLabelReader.read(Files.readAllLines(lines), page, placed));
        Map<Integer, ArticleLabel> articleLabels = of(articles, () -> articles(articles));
        return Optional.of(of(articles, () -> join(lineLabels, articleLabels)));
    }

    private static Map<Integer, ArticleLabel> articles(Path file) throws IOException {
        @Nullable ArticleLabel @Nullable [] read = JSON.readValue(Files.readString(file), ArticleLabel[].class);
        if (read == null) {
            throw new IOException("is no list of articles");
        }
        Map<Integer, ArticleLabel> articles = new TreeMap<>();
        for (ArticleLabel article : read) {
            if (article == null) {
                throw new IOException("an article is null");
            }
            if (articles.put(article.n(), article) != null) {
                throw new IOException("two articles have the number " + article.n());
            }
        }
        return articles;
    }

    private static Labels join(SortedMap<Integer, LineLabel> lines, Map<Integer, ArticleLabel> articles)
            throws IOException {
        for (Map.Entry<Integer, LineLabel> line : lines.entrySet()) {
            int article = line.getValue().article();
            if (article != 0 && !articles.containsKey(article)) {
                throw new IOException(
                        "there is no article " + article + ", of which page line " + line.getKey() + " is");
            }
        }
        for (int article : articles.keySet()) {
            if (lines.values().stream().noneMatch(line -> line.article() == article)) {
                throw new IOException("article " + article + " has no line");
            }
        }
        return new Labels(lines, articles);
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T of(Path file, Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (NoSuchFileException e) {
            throw new IOException(file + ": there is no such file", e);
        } catch (CharacterCodingException e) {
            throw new IOException(file + ": is not UTF-8", e);
        } catch (JsonProcessingException e) {
            String place =
                    e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
            throw new IOException(file + ": " + place + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }
}
