/**
 * A Kafka Connect source connector that publishes Smart IA assessment sessions: the classes that Connect calls, and the code
 * that connects the other packages. The documentation of package {@code schedule} describes the engine. May use every package.
 */
package io.github.smartia.connect;
