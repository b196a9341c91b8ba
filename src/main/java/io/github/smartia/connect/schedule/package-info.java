/**
 * When the streams of a task are read, on which thread, and what each of them requests. May use {@code api}, {@code paging} and
 * {@code read}.
 *
 * <h2>The engine</h2>
 *
 * <p>Reading happens in short steps on one {@linkplain io.github.smartia.connect.read.EventLoop event loop}, without locks, so
 * that tests run in virtual time. A {@link StreamReader} takes one {@linkplain io.github.smartia.connect.paging.Pass pass}
 * after another from its {@link PollPlan}. A step gives the segments that are proven so far to the
 * {@link io.github.smartia.connect.read.StreamPublisher}, as long as the {@link io.github.smartia.connect.read.BatchQueue} has
 * room, and requests the next pages. It never blocks: the next step runs when a response arrives or when {@code poll()} has
 * made room. The two streams of an organisation are read independently.
 *
 * <p>From bytes to a record, a session passes through {@code HttpPageFetcher}, {@code PageReader}, {@code RequestQueue},
 * {@link InFlightPages}, {@link StreamReader}, {@code Sweep} or {@code NewestPage}, {@code StreamPublisher},
 * {@code BatchQueue}, {@code StartedTask} and {@code BatchRecords}.
 *
 * <h2>A poll</h2>
 *
 * <p>A poll requests the newest sessions first, latest first. They show how far the API's time has advanced. They are published
 * if they are connected with what was read before. Otherwise a sweep reads everything from there: all of history on the first
 * run. Then some pages of the {@linkplain LookbackPages lookback} are read again, as many as the
 * {@linkplain RequestBudget budget} allows, so that the cost of a poll depends on how much is new. If nothing is new, polls
 * alternate between the newest sessions and a page of the lookback. If the API's count of completed sessions differs from what
 * was published, {@link LateSessions} searches for the missing one.
 */
package io.github.smartia.connect.schedule;
