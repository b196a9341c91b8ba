/**
 * A broker, a schema registry and Connect workers as child processes on loopback: what integration tests and the
 * quickstart run the connector on. {@link io.github.smartia.connect.stack.Stack} puts them together.
 */
package io.github.smartia.connect.stack;
