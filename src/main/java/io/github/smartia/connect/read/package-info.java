/**
 * Reading a stream of sessions completely, in order and once: what was published, what is new, how far reading has come.
 * Which page to ask for and what a page proves is said in {@link io.github.smartia.connect.paging}. Knows nothing of HTTP and
 * nothing of Kafka Connect.
 *
 * <h2>The engine</h2>
 *
 * <p>Everything happens in short steps on one {@linkplain io.github.smartia.connect.read.EventLoop event loop}, so that
 * nothing is locked and tests run in virtual time. A {@link io.github.smartia.connect.read.StreamReader} takes one {@linkplain
 * io.github.smartia.connect.paging.Pass pass} after the other from its {@link io.github.smartia.connect.read.PollPlan}. A step
 * hands what the responses so far prove to the {@link io.github.smartia.connect.read.StreamPublisher}, as far as the {@link
 * io.github.smartia.connect.read.BatchQueue} has room, and requests what is needed next. It never blocks, and no response is
 * thrown away: the next step comes with the next response, or when {@code poll()} has made room. The two streams of an
 * organisation are read independently of each other.
 *
 * <h2>A poll</h2>
 *
 * <p>First the newest sessions are requested, latest first. They say how far the API's time is, and are published if they
 * join up with what was read before. If they don't, a sweep reads what lies between: all of history the first time. Then some
 * pages of the {@linkplain io.github.smartia.connect.read.LookbackPages lookback} are read again, as many as the {@linkplain
 * io.github.smartia.connect.read.RequestBudget budget} allows: what a poll costs follows what is new. Where nothing is new,
 * the newest sessions and a page of the lookback take turns. Of completed sessions, a count that differs from what was
 * published has the {@linkplain io.github.smartia.connect.read.LateSessions late} one searched for.
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
