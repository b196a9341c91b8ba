package io.github.smartia.connect.simulated;

import java.util.List;

/**
 * Some of the sessions that match a request.
 *
 * @param total how many match, on the page and off it
 */
record Page(List<SimulatedSession> sessions, int total) {}
