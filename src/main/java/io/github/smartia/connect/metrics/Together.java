package io.github.smartia.connect.metrics;

/** How the values of two organisations are combined: counts are summed; otherwise the worse value counts. */
enum Together {
    SUM,
    HIGHEST,
    LOWEST;

    double of(double one, double other) {
        return switch (this) {
            case SUM -> one + other;
            case HIGHEST -> Math.max(one, other);
            case LOWEST -> Math.min(one, other);
        };
    }
}
