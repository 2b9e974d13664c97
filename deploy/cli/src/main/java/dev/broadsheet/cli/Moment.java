package dev.broadsheet.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A point in time as an operator writes it: an instant, a day (its beginning, UTC), or how long ago. From the epoch on, before which nothing was received. */
record Moment(Clock clock) implements ITypeConverter<Instant> {
    static final String FORMS = "2026-03-01T08:30:00Z, 2026-03-01 (its beginning, UTC) or 90s, 30m, 12h, 7d (ago)";
    /** Years of more digits are not read by all that a moment is handed to. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private static final Pattern AGO = Pattern.compile("(\\d{1,9})([smhd])");

    /** For picocli. */
    Moment() {
        this(Clock.systemUTC());
    }

    @Override
    public Instant convert(String text) {
        try {
            Instant moment = read(text);
            if (!moment.isAfter(LAST)) {
                return moment.isBefore(Instant.EPOCH) ? Instant.EPOCH : moment;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // told below, as one that is too far is
        }
        throw new TypeConversionException("'" + text + "' is no point in time; write " + FORMS);
    }

    private Instant read(String text) {
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) {
            return clock.instant().minus(duration(Long.parseLong(ago.group(1)), ago.group(2)));
        }
        return text.indexOf('T') < 0
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(text).toInstant();
    }

    private static Duration duration(long count, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
