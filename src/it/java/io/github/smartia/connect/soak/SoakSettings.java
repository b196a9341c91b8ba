package io.github.smartia.connect.soak;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How to soak, by system properties.
 *
 * @param length {@code soak.minutes}: how long everything misbehaves
 * @param perMinute {@code soak.rate}: how many sessions start in a minute
 * @param seed {@code soak.seed}: sets all that is left to chance, but not when it meets the connector
 */
record SoakSettings(Duration length, double perMinute, long seed) {

    static SoakSettings ofTheBuild() {
        return new SoakSettings(
                Duration.ofMillis(Math.round(60_000 * Double.parseDouble(System.getProperty("soak.minutes", "0.6")))),
                Double.parseDouble(System.getProperty("soak.rate", "1200")),
                Long.getLong("soak.seed", ThreadLocalRandom.current().nextLong()));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.1f minutes, %,.0f sessions a minute, seed %d",
                length.toMillis() / 60_000.0,
                perMinute,
                seed);
    }
}
