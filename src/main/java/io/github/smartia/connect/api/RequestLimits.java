package io.github.smartia.connect.api;

/**
 * The limits for the requests of one API key.
 *
 * @param maxConcurrent maximum number of requests in flight
 * @param maxPerSecond maximum number of requests per second, evenly spaced
 */
public record RequestLimits(int maxConcurrent, double maxPerSecond) {}
