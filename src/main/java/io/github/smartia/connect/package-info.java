/** A Kafka Connect source connector that publishes Smart IA assessment sessions. */
package io.github.smartia.connect;
