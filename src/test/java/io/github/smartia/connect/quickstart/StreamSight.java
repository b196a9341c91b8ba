package io.github.smartia.connect.quickstart;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a stream stands at one moment.
 *
 * @param stream its name
 * @param records with a value
 * @param newest empty before the first record
 * @param position the date up to which the connector has read, by its offsets; empty before it has stored any
 */
record StreamSight(
        String stream,
        String topic,
        long records,
        long tombstones,
        Optional<SeenSession> newest,
        Optional<Instant> position) {

    /** How long the position is past; empty where there is none. */
    Optional<Duration> lag(Instant now) {
        return position.map(date -> Duration.between(date, now));
    }
}
