package dev.broadsheet.enrich.extract;

/** Sums of probabilities that are kept as logarithms, the same on every machine. Stateless. */
final class LogSum {
    /** Below this the smaller of two changes nothing. */
    private static final double NEGLIGIBLE = -36;

    private LogSum() {}

    static double of(double a, double b) {
        double more = Math.max(a, b);
        double less = Math.min(a, b);
        return less - more > NEGLIGIBLE ? more + StrictMath.log1p(StrictMath.exp(less - more)) : more;
    }
}
