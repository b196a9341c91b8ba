/**
 * From the bytes of an answer to sessions, in one pass of a streaming parser: the answer is the largest thing in the
 * worker's memory, so no tree of it is built. Both published shapes of {@code data} are read.
 */
package io.github.smartia.connect.api.json;
