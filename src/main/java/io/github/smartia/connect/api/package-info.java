/**
 * The contract with the CENTURY Connect API: a {@link io.github.smartia.connect.api.SessionsApi} per API key. Behind it a
 * {@link io.github.smartia.connect.api.RequestQueue} keeps the key's limits and retries, and has a {@link
 * io.github.smartia.connect.api.PageFetcher} make each request on one of a few threads. Knows {@code model} and {@code
 * logging}.
 */
package io.github.smartia.connect.api;
