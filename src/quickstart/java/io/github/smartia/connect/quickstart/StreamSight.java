package io.github.smartia.connect.quickstart;

import io.github.smartia.connect.quickstart.database.SessionTable.Extent;
import java.time.Instant;
import java.util.Optional;

/**
 * One stream at one moment.
 *
 * @param records with a value
 * @param table what the database holds of it
 * @param position the date up to which the connector has read, by its offsets; empty before it has stored any
 */
record StreamSight(
        String stream, String topic, long records, long tombstones, Extent table, Optional<Instant> position) {}
