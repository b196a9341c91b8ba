package io.github.smartia.connect.api;

/**
 * What the requests of one API key keep within.
 *
 * @param maxConcurrent requests in flight at once
 * @param maxPerSecond requests a second, evenly spaced
 */
public record RequestLimits(int maxConcurrent, double maxPerSecond) {}
