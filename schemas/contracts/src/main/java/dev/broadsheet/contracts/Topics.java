package dev.broadsheet.contracts;

/**
 * The topics of one installation.
 *
 * @param prefix put before every name, for example "broadsheet."
 * @param partitions of every topic; fixed for life
 */
public record Topics(String prefix, int partitions) {
    public static final String DEFAULT_PREFIX = "broadsheet.";
    public static final int DEFAULT_PARTITIONS = 12;

    /** Full name of a topic, for example "broadsheet.articles". */
    public String name(Topic topic) {
        return prefix + topic.suffix();
    }

    /** Registry subject of a topic's values. */
    public String subject(Topic topic) {
        return name(topic) + "-value";
    }
}
