package dev.broadsheet.contracts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The identities of DESIGN.md. Pure functions of their arguments, the same on every machine and in every run. */
public final class Ids {
    private static final int DELIVERY_HEX = 32;
    private static final int CANONICAL_HEX = 16;
    private static final int SERIES_HEX = 32;
    private static final int COUNTY_DIGITS = 6;
    private static final String POINTS = "百分点";
    private static final Pattern ISSUE_IN_KEY = Pattern.compile("([0-9a-f]{64})(-\\d+(#m\\d+-\\d+-\\d+)?)?");

    /** Newer is higher: (receivedAt, issueId), then generation. */
    public static final Comparator<PageVersion> VERSION_ORDER = Comparator.comparing(PageVersion::getReceivedAt)
            .thenComparing(PageVersion::getIssueId)
            .thenComparingLong(PageVersion::getGeneration);

    private Ids() {}

    /** One arrival of one file; path is relative to the feed's folder. */
    public static String deliveryId(String feed, String path, long size, Instant modifiedAt) {
        String arrival = String.join("\n", feed, path, Long.toString(size), Long.toString(modifiedAt.toEpochMilli()));
        return sha256(arrival.getBytes(StandardCharsets.UTF_8)).substring(0, DELIVERY_HEX);
    }

    /** SHA-256 of the bytes as received. */
    public static String issueId(byte[] content) {
        return sha256(content);
    }

    /** "publication/date/edition/page" where publication, date and page are known, else the issueId. */
    public static String pageId(
            @Nullable String publication,
            @Nullable LocalDate issueDate,
            @Nullable String edition,
            @Nullable String page,
            String issueId) {
        if (publication == null || issueDate == null || page == null) {
            return issueId;
        }
        return String.join(
                "/", part(publication), issueDate.toString(), edition == null ? "-" : part(edition), part(page));
    }

    /** From the issue and the number of the article's first page line. */
    public static String articleId(String issueId, int firstLine) {
        return issueId + "-" + firstLine;
    }

    /** From the article and the mention's span. */
    public static String mentionId(String articleId, int block, int start, int end) {
        return span(articleId, "#e", block, start, end);
    }

    /**
     * From what the thing is, its canonical name, and the place it belongs to, whose code stands for it where it has one: the same in
     * every article and run.
     */
    public static String canonicalId(
            EntityType type, String canonicalName, @Nullable String placeCode, @Nullable String placePath) {
        String place = placeCode != null ? placeCode : placePath != null ? placePath : "";
        String thing = String.join("\n", type.name(), canonicalName, place);
        return sha256(thing.getBytes(StandardCharsets.UTF_8)).substring(0, CANONICAL_HEX);
    }

    /**
     * From a project's canonical name and the county it stands in, so that an article that tells its village and one that does not mean the same
     * project; where the place is a county, it is the canonicalId of the project's mention.
     */
    public static String projectId(String canonicalName, @Nullable String placeCode, @Nullable String placePath) {
        String county = placeCode == null || placeCode.length() <= COUNTY_DIGITS
                ? placeCode
                : placeCode.substring(0, COUNTY_DIGITS);
        return canonicalId(EntityType.PROJECT, canonicalName, county, placePath);
    }

    /** From the article and the quote's span. */
    public static String metricId(String articleId, int block, int start, int end) {
        return span(articleId, "#m", block, start, end);
    }

    /** From what makes a metric's series, as the doc string of LatestMetric says: the same for every report of it. */
    public static String seriesId(Metric metric) {
        String series = String.join(
                "\n",
                place(metric.getRegion()),
                metric.getSubject() == null ? "" : metric.getSubject(),
                metric.getCanonicalIndicator() == null ? metric.getIndicator() : metric.getCanonicalIndicator(),
                unit(metric),
                metric.getKind().name(),
                metric.getGrowthBase() == null ? "" : metric.getGrowthBase().name(),
                time(metric.getPeriod()),
                metric.getStatus().name());
        return sha256(series.getBytes(StandardCharsets.UTF_8)).substring(0, SERIES_HEX);
    }

    /** From the record's place and the stage that gave up. */
    public static String deadLetterId(String topic, int partition, long offset, String stage) {
        return topic + "-" + partition + "-" + offset + "-" + stage;
    }

    /** The issue that a key names: an issueId, or an articleId or metricId that begins with one. */
    public static Optional<String> issueOf(String key) {
        Matcher matcher = ISSUE_IN_KEY.matcher(key);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    // A rate that rose by 2 points did not grow by 2 percent, though both are percent.
    private static String unit(Metric metric) {
        String normal = metric.getNormalizedUnit();
        return metric.getUnit().endsWith(POINTS) ? normal + " points" : normal;
    }

    private static String place(@Nullable Region region) {
        if (region == null) {
            return "";
        }
        return region.getCode() != null
                ? region.getCode()
                : region.getPath() != null ? region.getPath() : region.getName();
    }

    // An interval as ISO 8601-2 writes it: an end that is not known is "..".
    private static String time(@Nullable Period period) {
        if (period == null) {
            return "";
        }
        LocalDate from = period.getFrom();
        LocalDate to = period.getTo();
        return from == null && to == null
                ? period.getText()
                : (from == null ? ".." : from) + "/" + (to == null ? ".." : to);
    }

    private static String span(String articleId, String mark, int block, int start, int end) {
        return articleId + mark + block + "-" + start + "-" + end;
    }

    private static String part(String name) {
        return name.strip().replace('/', '_');
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
