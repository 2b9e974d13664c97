package dev.broadsheet.cli.view;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.broadsheet.ingest.split.Byline;
import dev.broadsheet.ingest.split.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an article should be, `n` being its number in the labels. Labels hold more than a split can be judged by. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ArticleLabel(
        @JsonProperty(required = true) int n,
        Kind kind,
        @Nullable String section,
        @Nullable String kicker,
        @Nullable String title,
        @Nullable String subtitle,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Byline> bylines,
        boolean incomplete) {
    ArticleLabel {
        bylines = List.copyOf(bylines);
    }
}
