/**
 * Reads the API over HTTP with Apache HttpClient 5. A {@link io.github.smartia.connect.model.SessionQuery} becomes a
 * request. The response becomes a page or an {@link io.github.smartia.connect.api.ApiException}. The library handles
 * connections, proxy and TLS, but does not log what is sent or received. May use {@code api}, {@code api.json} and
 * {@code model}.
 */
package io.github.smartia.connect.api.http;
