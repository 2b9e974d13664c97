package dev.broadsheet.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A moment as operators write it: a UTC day, an ISO-8601 instant, or a length of time before now. */
final class SinceConverter implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
        try {
            if (text.contains("T") && text.contains(":")) {
                return Instant.parse(text);
            }
            return text.contains("-")
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.now().minus(new LengthConverter().convert(text));
        } catch (DateTimeException e) {
            throw new TypeConversionException(
                    "\"" + text + "\" is no moment such as 2024-03-08, 2024-03-08T06:00:00Z or 12h (before now)");
        }
    }
}
