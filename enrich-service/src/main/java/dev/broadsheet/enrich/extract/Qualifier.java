package dev.broadsheet.enrich.extract;

/** How exactly a figure is meant: 逾 and 以上 are OVER, 近 and 左右 APPROX, 不到 and 以下 UNDER, 30至80 RANGE. */
public enum Qualifier {
    EXACT,
    APPROX,
    OVER,
    UNDER,
    RANGE
}
