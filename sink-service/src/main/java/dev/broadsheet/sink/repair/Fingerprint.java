package dev.broadsheet.sink.repair;

import dev.broadsheet.contracts.Ids;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Stands for values that are compared and need not be kept. */
public final class Fingerprint {
    private static final int HEX = 16;

    private Fingerprint() {}

    /** 16 hexadecimal digits over what the values print. */
    public static String of(@Nullable Object... values) {
        return Ids.issueId(Arrays.toString(values).getBytes(StandardCharsets.UTF_8))
                .substring(0, HEX);
    }
}
