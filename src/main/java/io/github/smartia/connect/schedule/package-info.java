/**
 * When the streams of a task are read, on which thread, and what each of them requests.
 *
 * <h2>The engine</h2>
 *
 * <p>Everything happens in short steps on one {@linkplain io.github.smartia.connect.read.EventLoop event loop}, so that
 * nothing is locked and tests run in virtual time. A {@link StreamReader} takes one {@linkplain
 * io.github.smartia.connect.paging.Pass pass} after the other from its {@link PollPlan}. A step
 * hands what the responses so far prove to the {@link io.github.smartia.connect.read.StreamPublisher}, as far as the {@link
 * io.github.smartia.connect.read.BatchQueue} has room, and requests what is needed next. It never blocks, and no response is
 * thrown away: the next step comes with the next response, or when {@code poll()} has made room. The two streams of an
 * organisation are read independently of each other.
 *
 * <h2>A poll</h2>
 *
 * <p>First the newest sessions are requested, latest first. They say how far the API's time is, and are published if they
 * join up with what was read before. If they don't, a sweep reads what lies between: all of history the first time. Then some
 * pages of the {@linkplain LookbackPages lookback} are read again, as many as the {@linkplain
 * RequestBudget budget} allows: what a poll costs follows what is new. Where nothing is new,
 * the newest sessions and a page of the lookback take turns. Of completed sessions, a count that differs from what was
 * published has the {@linkplain LateSessions late} one searched for.
 */
package io.github.smartia.connect.schedule;
