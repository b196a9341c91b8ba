/**
 * The CENTURY Connect API as seen by this connector: requests go out, pages of sessions or an {@link
 * io.github.smartia.connect.api.ApiException} come back. Knows nothing of Kafka Connect.
 */
package io.github.smartia.connect.api;
