package io.github.smartia.connect.quickstart;

import java.time.Instant;

/**
 * All that is shown of a session.
 *
 * @param date the date that orders its stream
 */
record SeenSession(String id, Instant date) {}
