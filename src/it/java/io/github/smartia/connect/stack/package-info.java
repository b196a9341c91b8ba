/**
 * A broker, a schema registry and Connect workers on loopback: what integration tests and the quickstart run the
 * connector on. They are child processes, but for the broker, which tests can have in a container too. {@link
 * io.github.smartia.connect.stack.Stack} puts them together.
 */
package io.github.smartia.connect.stack;
