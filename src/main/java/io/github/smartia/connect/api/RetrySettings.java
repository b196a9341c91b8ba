package io.github.smartia.connect.api;

import java.time.Duration;

/**
 * How to retry.
 *
 * @param maxRetries how often one request is made again before its failure is final; -1: for ever
 * @param backoff the wait after the first failure
 * @param maxBackoff the longest wait that the API did not ask for
 */
public record RetrySettings(int maxRetries, Duration backoff, Duration maxBackoff) {}
