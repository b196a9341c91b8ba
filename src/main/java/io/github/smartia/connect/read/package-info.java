/**
 * Reading a stream of sessions completely, in order and once: what to ask the API for, what an answer proves, and how
 * far reading has come. Knows nothing of HTTP and nothing of Kafka Connect.
 */
package io.github.smartia.connect.read;
