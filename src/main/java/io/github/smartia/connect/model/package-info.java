/**
 * Smart IA sessions as the API sends them: immutable values without any knowledge of HTTP, JSON or Kafka Connect. What
 * the API may leave out is an {@link java.util.Optional}; no component is ever null.
 */
package io.github.smartia.connect.model;
