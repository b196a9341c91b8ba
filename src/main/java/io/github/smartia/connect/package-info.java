/**
 * A Kafka Connect source connector that publishes Smart IA assessment sessions: what Connect calls, and how the other packages
 * are connected. {@code schedule} describes the engine. May use every package.
 */
package io.github.smartia.connect;
