package dev.broadsheet.ingest.split;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a row can be in the grammar of a page. Running text is kept apart by how its article began: D with a dateline, N without, M
 * without and with subheads, because articles of agencies and reporters seldom have subheads and magazine pieces mostly do. MORE is
 * the rest of a paragraph that the column broke, FOOT a row of no article that only its surroundings give away, FORE_BYLINE a byline
 * above the title.
 */
enum State {
    SECTION(Role.SECTION),
    FOOT(Role.FURNITURE),
    FORE_BYLINE(Role.BYLINE),
    KICKER(Role.KICKER),
    TITLE(Role.TITLE),
    TITLE_MORE(Role.TITLE),
    SUBTITLE(Role.SUBTITLE),
    BYLINE(Role.BYLINE),
    TOP_CAPTION(Role.CAPTION),
    D_LEAD(Role.BODY),
    N_LEAD(Role.BODY),
    D_BODY(Role.BODY),
    N_BODY(Role.BODY),
    M_BODY(Role.BODY),
    D_MORE(Role.BODY),
    N_MORE(Role.BODY),
    M_MORE(Role.BODY),
    SUBHEAD(Role.SUBHEAD),
    D_CAPTION(Role.CAPTION),
    N_CAPTION(Role.CAPTION),
    M_CAPTION(Role.CAPTION),
    D_SIGNATURE(Role.BYLINE),
    N_SIGNATURE(Role.BYLINE),
    M_SIGNATURE(Role.BYLINE),
    PHOTO_CAPTION(Role.CAPTION),
    PHOTO_SIGNATURE(Role.BYLINE),
    LONE_CAPTION(Role.CAPTION);

    private static final State[] ALL = values();
    private final Role role;

    State(Role role) {
        this.role = role;
    }

    Role role() {
        return role;
    }

    /** The place in the decoder's tables; never stored, so the order of the constants may change. */
    @SuppressWarnings("EnumOrdinal")
    int index() {
        return ordinal();
    }

    @SuppressWarnings("EnumOrdinal")
    static State at(int index) {
        return ALL[index];
    }

    boolean isMore() {
        return this == TITLE_MORE || this == D_MORE || this == N_MORE || this == M_MORE;
    }

    boolean isLead() {
        return this == D_LEAD || this == N_LEAD;
    }

    /** Whether an article begins with a row in this state that follows one in state `before` (null: nothing). */
    boolean begins(@Nullable State before) {
        return switch (this) {
            case KICKER -> before != KICKER;
            case LONE_CAPTION, FORE_BYLINE -> true;
            case TITLE -> before != KICKER && before != FORE_BYLINE;
            case D_LEAD, N_LEAD -> before == null || before.isOutside() || !before.isHead();
            default -> before == null || before.isOutside();
        };
    }

    /** A row that belongs to no article. */
    boolean isOutside() {
        return this == SECTION || this == FOOT;
    }

    /** Whether it can stand between a headline and the first row of running text. */
    private boolean isHead() {
        return switch (this) {
            case KICKER, FORE_BYLINE, TITLE, TITLE_MORE, SUBTITLE, BYLINE, TOP_CAPTION -> true;
            default -> false;
        };
    }

    /** A state, or a group of states, by the name that weights.tsv uses. */
    static Set<State> named(String name) {
        return switch (name) {
            case "HEADS" -> EnumSet.of(SECTION, KICKER, TITLE, TITLE_MORE, SUBTITLE, SUBHEAD);
            case "ON_TOP" -> EnumSet.of(TITLE, TITLE_MORE, SUBTITLE, BYLINE, TOP_CAPTION);
            case "LEADS" -> EnumSet.of(D_LEAD, N_LEAD);
            case "BODIES" -> EnumSet.of(D_BODY, N_BODY, M_BODY);
            case "MORES" -> EnumSet.of(D_MORE, N_MORE, M_MORE);
            case "CAPTIONS" -> EnumSet.of(D_CAPTION, N_CAPTION, M_CAPTION);
            case "SIGNATURES" -> EnumSet.of(D_SIGNATURE, N_SIGNATURE, M_SIGNATURE, PHOTO_SIGNATURE);
            case "RUNNING" -> EnumSet.range(D_LEAD, M_MORE);
            case "D" -> EnumSet.of(D_LEAD, D_BODY, D_MORE, D_CAPTION);
            case "N" -> EnumSet.of(N_LEAD, N_BODY, N_MORE, N_CAPTION);
            case "M" -> EnumSet.of(M_BODY, M_MORE, M_CAPTION);
            case "D_ON" -> EnumSet.of(D_BODY, D_MORE, D_CAPTION, D_SIGNATURE);
            case "N_ON" -> EnumSet.of(N_BODY, N_MORE, N_CAPTION, N_SIGNATURE);
            case "M_ON" -> EnumSet.of(M_BODY, M_MORE, M_CAPTION, M_SIGNATURE);
            case "NEW" -> EnumSet.of(SECTION, FOOT, KICKER, FORE_BYLINE, TITLE, LONE_CAPTION);
            case "OUTSIDE" -> EnumSet.of(SECTION, FOOT);
            case "TEXT" -> EnumSet.range(D_LEAD, LONE_CAPTION);
            default -> EnumSet.of(valueOf(name));
        };
    }
}
