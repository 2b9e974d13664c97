package dev.broadsheet.enrich.project;

/** How far a project is; constants stand in the order in which projects pass through them. */
public enum ProjectStage {
    PLANNED,
    SIGNED,
    APPROVED,
    STARTED,
    UNDER_CONSTRUCTION,
    COMPLETED,
    OPERATING
}
