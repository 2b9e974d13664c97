package dev.broadsheet.enrich.extract;

/** What a figure may be about. */
enum TopicKind {
    /** The place that the article as a whole is about. */
    REGION('g'),
    /** The same in clues where it is a province or a prefecture, in which many places have figures of their own. */
    WIDE_REGION('w'),
    PLACE('l'),
    PERSON('p'),
    ORGANIZATION('o'),
    PROJECT('j'),
    PROGRAMME('r'),
    PLATFORM('f'),
    EVENT('e'),
    /** Between quotation marks, and no name that the extractor knows. */
    QUOTED('q'),
    /** A noun that opened a clause of an earlier sentence. */
    NOUN('h'),
    /** 全国, 我国. */
    NATION('n'),
    /** 全市, 该公司 where the article has named no such thing. */
    UNNAMED('u');

    private final char code;

    TopicKind(char code) {
        this.code = code;
    }

    /** Its letter in clues. */
    char code() {
        return code;
    }

    static TopicKind of(EntityType type) {
        return valueOf(type.name());
    }
}
