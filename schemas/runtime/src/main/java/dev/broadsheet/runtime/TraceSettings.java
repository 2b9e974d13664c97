package dev.broadsheet.runtime;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Whether and where spans are sent.
 *
 * @param collector of OTLP over HTTP, without path; null for no traces
 * @param ratio share of the pages that are traced, 0 to 1; decided by the trace id, so services of the same ratio agree
 */
public record TraceSettings(@Nullable URI collector, double ratio) {
    public static final TraceSettings OFF = new TraceSettings(null, 1);

    private static final String COLLECTOR = "BROADSHEET_TRACES";
    private static final String RATIO = "BROADSHEET_TRACES_RATIO";

    /** Notes problems in the reader. */
    public static TraceSettings read(SettingsReader reader) {
        return new TraceSettings(collector(reader), ratio(reader));
    }

    private static @Nullable URI collector(SettingsReader reader) {
        String value = reader.optional(COLLECTOR);
        if (value == null) {
            return null;
        }
        try {
            URI collector = URI.create(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
            if (("http".equals(collector.getScheme()) || "https".equals(collector.getScheme()))
                    && collector.getHost() != null
                    && collector.getUserInfo() == null
                    && collector.getRawPath().isEmpty()) {
                return collector;
            }
        } catch (IllegalArgumentException e) {
            // told below, as an address of another kind is
        }
        reader.problem(COLLECTOR, "is no address of an OpenTelemetry collector such as http://collector:4318");
        return null;
    }

    private static double ratio(SettingsReader reader) {
        String value = reader.text(RATIO, "1");
        try {
            double ratio = Double.parseDouble(value);
            if (ratio >= 0 && ratio <= 1) {
                return ratio;
            }
        } catch (NumberFormatException e) {
            // told below, as a number out of range is
        }
        reader.problem(RATIO, "is not a number from 0 to 1 such as 0.1");
        return 1;
    }
}
