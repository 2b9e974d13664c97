package dev.broadsheet.sink.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One request of the API, after the caller was let in. Reading a parameter that is no such thing throws an {@link ApiException} (400) that
 * names it. A blank parameter counts as absent.
 *
 * @param path what stands in the places of the route's pattern, decoded
 * @param query parameters of the URL, decoded, each once
 */
@SuppressWarnings("ArrayRecordComponent") // raw bytes; never compared
public record ApiRequest(Map<String, String> path, Map<String, String> query, byte[] content, Caller caller) {
    private static final int DEFAULT_LIMIT = 20;
    private static final int LARGEST_LIMIT = 100;
    private static final int LONGEST = 1_000;

    public ApiRequest {
        path = Map.copyOf(path);
        query = Map.copyOf(query);
    }

    /** A part of the path; the route's pattern names it. */
    public String part(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no part " + name);
        }
        return value;
    }

    public @Nullable String text(String name) {
        String value = query.get(name);
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > LONGEST) {
            throw bad(name, "has more than " + LONGEST + " characters");
        }
        if (value.indexOf('\0') >= 0) {
            throw bad(name, "holds the character U+0000");
        }
        return value.strip();
    }

    public int integer(String name, int fallback, int min, int max) {
        String value = text(name);
        if (value == null) {
            return fallback;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as a number out of range is
        }
        throw bad(name, "is not a whole number from " + min + " to " + max);
    }

    /** How many items a page of a list has at most. */
    public int limit() {
        return integer("limit", DEFAULT_LIMIT, 1, LARGEST_LIMIT);
    }

    public @Nullable LocalDate date(String name) {
        String value = text(name);
        try {
            LocalDate date = value == null ? null : LocalDate.parse(value);
            if (date == null || (date.getYear() >= 1 && date.getYear() <= 9999)) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // told below, as a year of five digits is
        }
        throw bad(name, "is not a date such as 2024-03-08");
    }

    public @Nullable Instant instant(String name) {
        String value = text(name);
        try {
            return value == null ? null : Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw bad(name, "is not a moment such as 2024-03-08T06:00:00Z");
        }
    }

    /** A number from {@code min} to {@code max}. */
    public @Nullable BigDecimal decimal(String name, int min, int max) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(value);
            if (number.compareTo(BigDecimal.valueOf(min)) >= 0 && number.compareTo(BigDecimal.valueOf(max)) <= 0) {
                return BigDecimal.valueOf(number.doubleValue()); // what a database can hold
            }
        } catch (NumberFormatException e) {
            // told below, as a number out of range is
        }
        throw bad(name, "is not a number from " + min + " to " + max);
    }

    /** One of these, or null where it is absent. */
    public @Nullable String choice(String name, Collection<String> choices) {
        String value = text(name);
        if (value == null || choices.contains(value)) {
            return value;
        }
        throw bad(name, "is not one of " + String.join(", ", new TreeSet<>(choices)));
    }

    /** What is left of the values that {@link Cursor#of} was given; null for the first page. Throws 400 where it is no such cursor. */
    public @Nullable List<String> cursor(int values) {
        String value = text("cursor");
        return value == null ? null : Cursor.read(value, values);
    }

    /** The body, a JSON object. */
    public ObjectNode body() {
        return Json.parse(content);
    }

    /** A field of the body that is a list of texts, not empty, at most {@code most}. */
    public List<String> texts(String field, int most) {
        JsonNode list = body().path(field);
        List<String> texts = new ArrayList<>();
        for (JsonNode text : list) {
            if (!text.isTextual() || text.textValue().indexOf('\0') >= 0) {
                throw bad(field, "is not a list of texts");
            }
            texts.add(text.textValue());
        }
        if (!list.isArray() || texts.isEmpty() || texts.size() > most) {
            throw bad(field, "is not a list of 1 to " + most + " texts");
        }
        return texts;
    }

    /** A field of the body that is true or false; false where it is absent. */
    public boolean flag(String field) {
        JsonNode value = body().path(field);
        if (value.isMissingNode() || value.isBoolean()) {
            return value.booleanValue();
        }
        throw bad(field, "is neither true nor false");
    }

    private static ApiException bad(String name, String what) {
        return ApiException.badRequest(name + " " + what);
    }
}
