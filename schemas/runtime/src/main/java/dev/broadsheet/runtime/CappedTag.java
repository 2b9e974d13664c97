package dev.broadsheet.runtime;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a label that comes from outside from growing without end: beyond {@code most} values all others are "other". Any thread. */
final class CappedTag implements MeterFilter {
    static final String OTHER = "other";

    private final String key;
    private final int most;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    CappedTag(String key, int most) {
        this.key = key;
        this.most = most;
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        String value = id.getTag(key);
        if (value == null || isKnown(value)) {
            return id;
        }
        List<Tag> tags = new ArrayList<>(id.getTags());
        tags.replaceAll(tag -> tag.getKey().equals(key) ? Tag.of(key, OTHER) : tag);
        return id.replaceTags(tags);
    }

    private synchronized boolean isKnown(String value) {
        return known.contains(value) || (known.size() < most && known.add(value));
    }
}
