/**
 * Requests to the API in the form in which the connector sends them, at a low rate. Responses keep status, headers and
 * JSON. Knows nothing about the connector or Kafka.
 */
package io.github.smartia.cli.api;
