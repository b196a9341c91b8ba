package io.github.smartia.connect.metrics;

/** How two organisations' values become one: counts add up, and of all else the worse is shown. */
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
