/**
 * Requests to the API, as the connector makes them, at a polite pace. A response is kept as it came: status, headers, JSON.
 * Knows nothing of the connector, nor of Kafka.
 */
package io.github.smartia.cli.api;
