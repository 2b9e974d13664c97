package dev.broadsheet.chinese;

/**
 * One administrative division of China, or functional area (高新区, 新区).
 *
 * @param code GB/T 2260 as usually written: six digits down to the county (410122), nine for a town, twelve for a
 *     village; empty for a functional area that has no code of its own
 * @param name the full name, without 村委会 or 居委会: 中牟县, 白沙镇, 东街社区
 * @param level how far down it stands; a functional area stands with the counties
 * @param parentCode the division above it, whose code it is; empty for a province
 */
public record Division(String code, String name, Level level, String parentCode) {

    /** False for functional areas that the statistical codes do not list: they are places without a code. */
    public boolean hasCode() {
        return !code.isEmpty();
    }
}
