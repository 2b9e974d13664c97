package dev.broadsheet.enrich.extract;

/** What a sentence makes of something it names. */
enum TopicRole {
    /** A preposition stands before it: 在, 对. */
    GOVERNED('g'),
    /** A word of speech follows. */
    SPEAKS('s'),
    /** Its clause goes on to say that it told or published something: 县统计局今天上午发布. */
    REPORTS('r'),
    /** It is where the reporter has it from: 记者从…获悉. */
    SOURCE('f'),
    /** It tells where a person belongs who is named behind it: 县医院院长王某. */
    INTRODUCES('i'),
    /** 的 follows. */
    OWNS('o'),
    /** Another word stands for it: 该公司, 他. */
    OTHER('t'),
    /** It stands between quotation marks. */
    QUOTED('q');

    private final char code;

    TopicRole(char code) {
        this.code = code;
    }

    /** Its letter in clues. */
    char code() {
        return code;
    }
}
