/**
 * Reads sessions from the bytes of a response. A response may be the largest object in the worker's memory, so a streaming
 * parser reads it and only one session at a time becomes a tree. May use only {@code model}.
 */
package io.github.smartia.connect.api.json;
