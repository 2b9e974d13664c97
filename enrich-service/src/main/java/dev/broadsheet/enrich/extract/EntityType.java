package dev.broadsheet.enrich.extract;

/** The seven kinds of named things an article can mention. */
public enum EntityType {
    PERSON,
    PLACE,
    ORGANIZATION,
    PROJECT,
    PROGRAMME,
    PLATFORM,
    EVENT;

    /** Its place in the vectors of the model. */
    @SuppressWarnings("EnumOrdinal")
    int index() {
        return ordinal();
    }
}
