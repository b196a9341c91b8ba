package io.github.smartia.connect.api;

import java.time.Duration;

/**
 * How to meet passing faults.
 *
 * @param maxRetries how often one request is made again before its failure is handed on; -1: for ever
 * @param backoff the wait after the first fault
 * @param maxBackoff the longest wait that the API did not ask for
 */
public record RetrySettings(int maxRetries, Duration backoff, Duration maxBackoff) {}
