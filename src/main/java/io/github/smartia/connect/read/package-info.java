/**
 * What is published of a stream of sessions: which are new or changed, what is remembered, how far reading has come, and the
 * batches that go to {@code poll()}. When the streams are read, and what is requested, is decided in {@code schedule}; what a
 * page proves is said in {@link io.github.smartia.connect.paging}. Knows nothing of HTTP and nothing of Kafka Connect.
 *
 * <h2>What is settled</h2>
 *
 * <p>No session before the <em>watermark</em> can still be missing, if it became visible no later than the lookback after its
 * date: only a page that was requested after the API's time had reached a date plus the lookback moves the watermark past it.
 * What was published from there on is known by its {@linkplain io.github.smartia.connect.offset.Fingerprint fingerprint}, so
 * that reading it again brings what is new or changed and nothing else. What is settled by the page that shows it first, as
 * history is, needs no fingerprint. A page that lacks what was published settles nothing until another lacks the same. All of
 * this goes into the offset that each batch carries: a crash at any line loses nothing, and repeats what was not committed.
 *
 * <h2>What is no session</h2>
 *
 * <p>A malformed session ends reading, or is published as a dead letter in its place in the stream and remembered like others,
 * by its content alone. One whose date can't be read has no place of its own. It is published wherever it is seen; it moves no
 * position; and it is remembered beyond the watermark, since it may be shown again at any time.
 */
package io.github.smartia.connect.read;
