/**
 * The position of a stream, and its stored form in Connect's offset storage. An offset has a date, which a person can read and
 * set, and a memory of recently published sessions, which only the connector writes. May use {@code model}.
 */
package io.github.smartia.connect.offset;
