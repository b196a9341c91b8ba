package io.github.smartia.connect.api;

import java.time.Duration;
import java.util.Optional;

/**
 * An HTTP answer, read to its end.
 *
 * @param retryAfter how long the API asks to wait before the next request
 * @param contentCoding how {@code body} is packed, in small letters; empty where it is not
 */
record Answer(int status, Optional<Duration> retryAfter, String contentCoding, byte[] body) {}
