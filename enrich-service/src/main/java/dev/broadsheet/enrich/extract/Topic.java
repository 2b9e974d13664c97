package dev.broadsheet.enrich.extract;

import java.util.Set;

/** Something an article has named so far, and how it did so last. Changes as the article is read; one thread. */
final class Topic {
    /**
     * One time it was named.
     *
     * @param sentence its number in the article, from 0
     * @param opens whether a clause begins with it, or with what stands right before it
     * @param first whether the sentence does
     * @param before the character before it, quotation marks aside; 0 where the sentence begins
     * @param after the character behind it, likewise
     */
    record Mention(
            int sentence,
            int block,
            int start,
            int end,
            boolean opens,
            boolean first,
            Set<TopicRole> roles,
            char before,
            char after) {}

    /** Of the region before the article names it. */
    static final Mention NEVER = new Mention(-1, -1, -1, -1, false, false, Set.of(), '0', '0');

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
