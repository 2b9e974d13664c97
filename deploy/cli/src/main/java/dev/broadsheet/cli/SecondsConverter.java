package dev.broadsheet.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Whole seconds from 1 to a year, as {@code --limit} takes them. */
final class SecondsConverter implements ITypeConverter<Duration> {
    private static final long LONGEST = Duration.ofDays(365).toSeconds();

    @Override
    public Duration convert(String text) {
        try {
            long seconds = Long.parseLong(text);
            if (seconds >= 1 && seconds <= LONGEST) {
                return Duration.ofSeconds(seconds);
            }
        } catch (NumberFormatException e) {
            // told below, as a number out of range is
        }
        throw new TypeConversionException("\"" + text + "\" is no number of seconds from 1 to " + LONGEST);
    }
}
