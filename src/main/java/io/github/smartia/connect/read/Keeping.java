package io.github.smartia.connect.read;

/**
 * For a stream that opens and closes nothing, because it is read alone or writes no tombstones: what was opened or closed
 * before stays in its offset, for when it does again.
 *
 * @param ids from the offset that it goes on from
 */
record Keeping(Iterable<Long> ids) implements LifeCycle {}
