/**
 * How far a stream was read, and its text in Connect's offset storage. An offset has a position, which a person can read and
 * set, and a memory of what was published lately, which only the connector writes. May use {@code model}.
 */
package io.github.smartia.connect.offset;
