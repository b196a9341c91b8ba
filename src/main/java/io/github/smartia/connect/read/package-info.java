/**
 * Reading a stream of sessions completely, in order and once: when to read, what of it is new, and how far reading has
 * come. What to ask the API for and what a page proves is said in {@link io.github.smartia.connect.paging}. Knows nothing of
 * HTTP and nothing of Kafka Connect.
 *
 * <h2>How far reading has come</h2>
 *
 * <p>Two places in each stream are remembered. The <em>position</em> is the last session published in order. The
 * <em>watermark</em>, the lookback or a little more behind it, is where every sweep begins: no session before it can
 * still show up in time ({@link io.github.smartia.connect.read.Settling} says why, {@link
 * io.github.smartia.connect.read.StreamState} what becomes of dates that lie ahead of the API's clock). What was
 * published from the watermark on is known by its {@linkplain io.github.smartia.connect.read.Fingerprint fingerprint}, so
 * that reading it again brings what is new or changed and nothing else. Every content that was published of a session is
 * remembered, so that a stale replica, or an API that lists a session twice, has nothing repeated; once the session is
 * settled, the content that was shown last is published if it is not the one published last. A sweep that lacks what was
 * published settles nothing until a second one lacks the same ({@link io.github.smartia.connect.read.LackingSessions}). All
 * of this goes into the offset, as it stands after the last session of a delivery: a crash at any line loses nothing, and
 * repeats what was not committed.
 *
 * <h2>What is no session</h2>
 *
 * <p>A malformed session ends reading, or is handed over as a dead letter in its place in the stream and remembered like
 * others, by its content alone: ids may be missing, or be the same nonsense in many. One whose date can't be read has no
 * place of its own. It is handed over wherever it is seen, since among other neighbours it could turn up behind what was
 * read; it moves no position; and it is remembered beyond the watermark, since it may be shown again at any time.
 *
 * <h2>Who does what</h2>
 *
 * <p>Everything happens step by step on one {@linkplain io.github.smartia.connect.read.Loop loop}, so that nothing here
 * is locked and tests run in virtual time. All organisations of a task share one loop, one outbox and a number of {@link
 * io.github.smartia.connect.read.Seats}. {@link io.github.smartia.connect.read.OrganisationReader} puts the parts
 * together; {@link io.github.smartia.connect.read.Rounds} lets the streams take turns; a {@link
 * io.github.smartia.connect.read.StreamReader} carries one sweep after the other to its end, or makes one {@linkplain
 * io.github.smartia.connect.read.IdleProbe probe} where nothing seems to happen; a {@link
 * io.github.smartia.connect.read.StreamPublisher} finds what is news and puts it into the {@linkplain
 * io.github.smartia.connect.read.Outbox outbox}, where the task fetches it. When that is full, reading waits.
 */
package io.github.smartia.connect.read;
