package dev.broadsheet.enrich.project;

/**
 * The stretch [from, to) of a sentence in which the text speaks of a group of projects.
 *
 * @param sentence where the sentence begins: cues may stand before the stretch
 * @param behind where the group's last name ends; {@code from} where the name stands in an earlier sentence
 */
record Scope(BlockText block, int sentence, int from, int to, int behind, Group group) {
    /** Whether the group's names stand in it; else they stand in an earlier sentence, maybe of another block. */
    boolean holdsNames() {
        return behind > from;
    }
}
