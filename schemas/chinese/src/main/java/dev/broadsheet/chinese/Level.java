package dev.broadsheet.chinese;

/** How far down a division stands, the highest first. */
public enum Level {
    PROVINCE,
    PREFECTURE,
    COUNTY,
    TOWN,
    VILLAGE
}
