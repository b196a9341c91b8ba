/**
 * The interface to the CENTURY Connect API: one {@link io.github.smartia.connect.api.SessionsApi} per API key. Its
 * implementation, {@link io.github.smartia.connect.api.RequestQueue}, keeps to the limits of the key and retries requests.
 * A {@link io.github.smartia.connect.api.PageFetcher} makes each request on one of a few threads. May use {@code model} and
 * {@code logging}.
 */
package io.github.smartia.connect.api;
