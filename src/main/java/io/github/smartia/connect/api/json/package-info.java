/**
 * From the bytes of a response to sessions. A response may be the largest thing in the worker's memory, so a streaming
 * parser walks it and only one session at a time becomes a tree. Knows {@code model} alone.
 */
package io.github.smartia.connect.api.json;
