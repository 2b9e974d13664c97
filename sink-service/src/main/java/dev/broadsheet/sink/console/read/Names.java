package dev.broadsheet.sink.console.read;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How names are compared with what somebody types. */
final class Names {
    private Names() {}

    /** Without differences of width and case; null is empty. */
    static String folded(@Nullable String name) {
        return name == null
                ? ""
                : Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
