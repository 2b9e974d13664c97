package dev.broadsheet.cli.view;

import dev.broadsheet.ingest.split.Byline;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the view writes values down. */
final class Names {
    private Names() {}

    /** A role or kind as the labels write it. */
    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static String of(List<Byline> bylines) {
        return bylines.isEmpty()
                ? "none"
                : bylines.stream()
                        .map(byline -> of(byline.role()) + " " + byline.name())
                        .collect(Collectors.joining(", "));
    }

    /** In corner brackets, as headlines hold other quotation marks. */
    static String quoted(@Nullable String text) {
        return text == null ? "none" : "「" + text + "」";
    }

    static String confidence(double confidence) {
        return String.format(Locale.ROOT, "%.2f", confidence);
    }
}
