/**
 * Which page to ask for next, and what a page proves. Does no I/O and knows no clock: a {@link
 * io.github.smartia.connect.paging.Sweep} is told of responses and says what follows from them. Knows {@code model}.
 *
 * <h2>What a page proves</h2>
 *
 * <p>The API sorts by date, and nothing else about its order is certain: sessions come and go between two requests, and
 * those of one date lie differently with each. Some APIs sort or compare by whole seconds, or know microseconds that they
 * do not show. So a page shows <em>every</em> session strictly between the seconds of its first and its last date, whatever
 * offset it was asked for with; from its first second on if it was asked for from that second; and to the open end if it is
 * the last. The sessions of a page's last second are held back until another page has shown the whole of that second, unless
 * ten dates in order within it prove that the API sorts by more than seconds. Bounds of requests lie on whole seconds.
 *
 * <p>A full page is never the last. A short one is where the API counts no more, and an empty one always is.
 *
 * <p>Two pages leave no gap between them if the second begins before the first second that the first did not prove, or if
 * it begins with the last sessions of the first, in the same order. Where neither holds, one page is asked for from where the
 * first ended. A second with more sessions than a page holds is then read by itself ({@link
 * io.github.smartia.connect.paging.TieReader}): listed again and again, until as many different sessions were seen as one
 * listing has.
 *
 * <h2>What is not believed</h2>
 *
 * <p>{@code total} alone never ends anything, except beside a short page; offsets advance by what a page shows. A request
 * with an offset or an upper bound may be refused: then plain ones must do, from date to date. A page that can't be read is
 * asked for in halves, down to one session, which is passed by once the next can be read. Where the API counts what it never
 * shows, or refuses to show, reading goes on past the place, and says so.
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
 */
package io.github.smartia.connect.paging;
