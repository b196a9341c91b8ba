/**
 * The API over HTTP, by Apache HttpClient 5: a {@link io.github.smartia.connect.model.SessionQuery} becomes a request, and
 * its response a page or an {@link io.github.smartia.connect.api.ApiException}. Connections, proxy and TLS are those of the
 * library, without its logs of what goes over the wire. Knows {@code api}, {@code api.json} and {@code model}.
 */
package io.github.smartia.connect.api.http;
