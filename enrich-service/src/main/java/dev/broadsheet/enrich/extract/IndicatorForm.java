package dev.broadsheet.enrich.extract;

/** Where the words of an indicator stand. */
enum IndicatorForm {
    /** 总投资|3105亿元: right before the figure. */
    BEFORE('b'),
    /** 产值|从2018年的|2亿元: before it, with other words in between. */
    CUT('c'),
    /** 45名|调解员. */
    BEHIND('n'),
    /** 17万|人口: the unit names the thing. */
    UNIT('u'),
    /** 300名|网格员: so do unit and what follows. */
    UNIT_BEHIND('v'),
    /** 发行|3亿元|专项债券: words on both sides. */
    AROUND('a'),
    /** What the figure before measures. */
    LAST('l'),
    /** What the one before that measures. */
    SECOND_LAST('m'),
    /** That of the figure before, and the words right before this one: 签约项目5个,总投资|20亿元. */
    LAST_BEFORE('k'),
    /** The word right before this one, and what that of the figure before ends in: 开工项目|64个,竣工|21个. */
    LAST_END('h'),
    /** 进口3亿元,出口2亿元,分别增长|5%、6%: that of the figure as many back as there are in the list. */
    EARLIER('e'),
    /** 签约项目5个、开工项目3个,总投资分别为|8亿元、2亿元: that of the figure that counts what has this one, and the words before the list. */
    EARLIER_BEFORE('q'),
    /** 开工率、竣工率分别为95%、88%: of a list as long as that of the figures the one in its place. */
    ITEM('i'),
    /** 移动、电信用户分别为5万户、3万户: with the last word of the list, which belongs to all. */
    ITEM_WORD('w'),
    /** With its last two words. */
    ITEM_WORDS('x'),
    /** 轻工、化工分别实现产值|3亿元、2亿元: with the noun that stands behind 分别. */
    ITEM_BEHIND('y'),
    /** 玉米、花生分别收获|3万亩、2万亩: with the verb. */
    ITEM_VERB('z');

    private final char code;

    IndicatorForm(char code) {
        this.code = code;
    }

    /** Its letter in clues. */
    char code() {
        return code;
    }
}
