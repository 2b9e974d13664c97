package dev.broadsheet.enrich.extract;

/** What a written time says: how a figure stands to the stretch from {@code first} to {@code last}, which may be one and the same. */
record PeriodMeaning(Scope scope, Stretch first, Stretch last) {
    /** {@code SINCE} goes on to the day of the issue, {@code FROM} (自1月1日起) to no known end, {@code VAGUE} is told by no calendar. */
    enum Scope {
        WITHIN,
        SINCE,
        FROM,
        UNTIL,
        VAGUE
    }

    static final PeriodMeaning NONE = new PeriodMeaning(Scope.VAGUE, Stretch.NONE, Stretch.NONE);
    static final PeriodMeaning UP_TO_NOW = of(Scope.UNTIL, Stretch.whole(Stretch.Origin.ISSUE_DAY, 0));

    static PeriodMeaning of(Scope scope, Stretch stretch) {
        return new PeriodMeaning(scope, stretch, stretch);
    }

    PeriodMeaning as(Scope other) {
        return new PeriodMeaning(other, first, last);
    }
}
