/**
 * What is published of a stream: new and changed sessions, the memory of what was published, the watermark, and the batches for
 * {@code poll()}. A {@link io.github.smartia.connect.read.StreamPublisher} turns the segments of
 * {@link io.github.smartia.connect.paging} into batches; {@code schedule} decides when to read what. Knows nothing of HTTP or
 * Kafka Connect.
 *
 * <h2>What is settled</h2>
 *
 * <p>No session before the <em>watermark</em> can still be missing, provided that it became visible within the lookback after
 * its date. Only a page that was requested when the API's time was later than a date plus the lookback moves the watermark past
 * that date. Sessions published since the watermark are remembered by
 * {@linkplain io.github.smartia.connect.offset.Fingerprint fingerprint}, so that reading them again publishes only what is new
 * or changed. History is settled by the page that first shows it and needs no fingerprint. A page that lacks published sessions
 * settles nothing until another page lacks the same ones. The offset of each batch contains the watermark and the fingerprints:
 * after a crash nothing is lost, and only what was not committed is published again.
 *
 * <h2>Malformed sessions</h2>
 *
 * <p>A malformed session stops its stream, or is published as a dead letter at its position and remembered by its content. If
 * it has no readable date, it is published wherever it is listed, does not move the position, and is remembered beyond the
 * watermark, since it may be listed again at any time.
 */
package io.github.smartia.connect.read;
