package dev.broadsheet.enrich.extract;

/** Something an article has named so far, and how it did so last. Changes as the article is read; one thread. */
final class Topic {
    /**
     * One time it was named.
     *
     * @param sentence its number in the article, from 0
     * @param opens whether a clause begins with it, or with what stands right before it
     * @param first whether the sentence does
     * @param governed whether a preposition stands before it (在, 对)
     * @param speaks whether a word of speech follows
     * @param owns whether 的 follows
     * @param source whether it is where the reporter has it from (记者从…获悉)
     * @param other whether another word stands for it (该公司, 他)
     * @param quoted whether it stands between quotation marks
     */
    record Mention(
            int sentence,
            int block,
            int start,
            int end,
            boolean opens,
            boolean first,
            boolean governed,
            boolean speaks,
            boolean owns,
            boolean source,
            boolean other,
            boolean quoted) {}

    /** Of the region before the article names it. */
    static final Mention NEVER = new Mention(-1, -1, -1, -1, false, false, false, false, false, false, false, false);

    private final String text;
    private final TopicKind kind;
    private Mention last = NEVER;
    private int mentions;
    private int openings;
    private boolean headline;
    private boolean opensHeadline;
    private boolean lead;

    Topic(String text, TopicKind kind) {
        this.text = text;
        this.kind = kind;
    }

    void mention(Mention mention, boolean inHeadline, boolean inLead) {
        last = mention;
        mentions++;
        openings += mention.opens() ? 1 : 0;
        headline |= inHeadline;
        opensHeadline |= inHeadline && mention.opens();
        lead |= inLead;
    }

    /** It is part of another name: what is said of that does not count for it. */
    void appear(Mention mention, boolean inHeadline, boolean inLead) {
        last = mention;
        headline |= inHeadline;
        lead |= inLead;
    }

    String text() {
        return text;
    }

    TopicKind kind() {
        return kind;
    }

    Mention last() {
        return last;
    }

    int mentions() {
        return mentions;
    }

    int openings() {
        return openings;
    }

    boolean inHeadline() {
        return headline;
    }

    boolean opensHeadline() {
        return opensHeadline;
    }

    boolean inLead() {
        return lead;
    }

    boolean isLaterThan(Topic other) {
        return last.sentence() != other.last.sentence()
                ? last.sentence() > other.last.sentence()
                : last.start() > other.last.start();
    }
}
