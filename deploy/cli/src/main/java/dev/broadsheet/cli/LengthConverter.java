package dev.broadsheet.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A length of time as operators write it: 90s, 5m, 12h, 7d, or ISO-8601. */
final class LengthConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        String given = text.toUpperCase(Locale.ROOT);
        String iso = given.startsWith("P") ? given : given.endsWith("D") ? "P" + given : "PT" + given;
        try {
            Duration length = Duration.parse(iso);
            if (!length.isNegative()) {
                return length;
            }
        } catch (DateTimeParseException e) {
            // told below, as a negative one is
        }
        throw new TypeConversionException("\"" + text + "\" is no length of time such as 90s, 5m, 12h or 7d");
    }
}
