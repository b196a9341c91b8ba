/**
 * Reading a stream of sessions completely, in order and once: what to ask the API for, what an answer proves, and how
 * far reading has come. Knows nothing of HTTP and nothing of Kafka Connect.
 *
 * <h2>What a page proves</h2>
 *
 * <p>The API sorts by date, and nothing else about its order is certain: sessions come and go between two requests, and
 * those of one millisecond lie differently with each. So nothing here is concluded from where in the order a session
 * stood. A page, sorted by date, shows <em>every</em> session that lies strictly between its first and its last date,
 * whatever offset it was asked for with; from its first date on if it was asked for from that date, and to the open end
 * if there is nothing behind it. Two pages leave no gap between them if the second begins before the last date of the
 * first: every date is then before the end of the one or after the beginning of the other. That is all a {@link
 * io.github.smartia.connect.paging.Sweep} relies on. It holds back the sessions of a page's last date until another page
 * has shown the whole of that date.
 *
 * <p>A {@code Sweep} asks for pages ahead of those that were answered, each overlapping the one before by a few
 * sessions. If sessions vanish meanwhile, or many share the date at the seam, the second page may begin too late; then
 * one page is asked for from where the first ended, and reading goes on. A millisecond with more sessions than a page
 * holds is read by itself ({@link io.github.smartia.connect.paging.TieReader}) until as many different sessions were seen
 * as the API counts.
 *
 * <h2>Why pages ahead</h2>
 *
 * <p>The other way to read several pages at once is to cut time into slices, each as wide as would hold a page at the
 * density seen last, and to ask for several slices at once. {@code mvn -Pbenchmark -Dbenchmark=strategies} compares the
 * two in virtual time, over 200,000 sessions of bursty school history, 8 requests at once, 50 ms each:
 *
 * <table>
 * <caption>Pages ahead against time slices</caption>
 * <tr><th></th><th>time</th><th>requests per 100 sessions</th></tr>
 * <tr><td>pages ahead (one request at a time: 101.1 s, 1.01)</td><td>13.1 s</td><td>1.04</td></tr>
 * <tr><td>slices of one request each, cut again where they hold more</td><td>27.1 s</td><td>2.14</td></tr>
 * </table>
 *
 * <p>12.5 s and 1.00 is the best there is. The density just seen says little of the minutes after it, when a lesson
 * ends or a night begins: slices turn out empty or overfull, and cost twice the requests and with them twice the time.
 * Pages that are counted from a date do not depend on density, at the price of four sessions a page that are read twice.
 *
 * <h2>How far reading has come</h2>
 *
 * <p>Two places in each stream are remembered. The <em>position</em> is the last session published in order. The
 * <em>watermark</em>, the lookback or a little more behind it, is where every sweep begins: no session before it can
 * still show up in time ({@link io.github.smartia.connect.read.Settling} says why, {@link
 * io.github.smartia.connect.read.StreamState} what becomes of dates that lie ahead of the API's clock). What was
 * published from the watermark on is known by its {@linkplain io.github.smartia.connect.read.Fingerprint fingerprint}, so
 * that reading it again brings what is new or changed and nothing else. All of this goes into the offset, as it stands
 * after the last
 * session of a delivery: a crash at any line loses nothing, and repeats what was not committed.
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
