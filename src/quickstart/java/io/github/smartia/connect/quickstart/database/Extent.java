package io.github.smartia.connect.quickstart.database;

import java.time.Instant;
import java.util.Optional;

/**
 * How much a table holds.
 *
 * @param rows one for each session
 * @param newest the latest date; empty in an empty table
 */
public record Extent(long rows, Optional<Instant> newest) {}
