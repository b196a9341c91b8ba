/**
 * Which page to request next, and what a page proves. A {@link io.github.smartia.connect.paging.Pass} is a state machine
 * without I/O or a clock: it decides on requests, accepts responses, and returns
 * {@linkplain io.github.smartia.connect.paging.Segment segments}. A {@link io.github.smartia.connect.paging.Sweep} reads from a
 * date to the open end of the stream. May use {@code model}.
 *
 * <h2>What a page proves</h2>
 *
 * <p>The API sorts by date; nothing else about its order is certain. Sessions appear and vanish between two requests. Sessions
 * of one date may come in a different order in each response. Some APIs sort or compare by whole seconds, or know microseconds
 * that they do not show. A page therefore proves that it shows <em>every</em> session strictly between the seconds of its first
 * and its last date, whatever its offset. It also proves its first second if it was requested from that second, and everything
 * up to the open end if it is the last page. The sessions of its last second are held until another page has shown the whole
 * second. Bounds of requests are whole seconds.
 *
 * <p>A full page is never the last. A short page is the last if the API counts no more. An empty page is always the last.
 *
 * <p>Two pages are connected if the later page begins before the first date that the earlier page does not prove. They are also
 * connected if the later page begins with the last sessions of the earlier one, in the same order. If they are not connected,
 * one page is requested from the end of the earlier one. A second with more sessions than a page is <em>dense</em>. A
 * {@link io.github.smartia.connect.paging.TieReader} lists it repeatedly until it has seen as many different sessions as one
 * listing contains.
 *
 * <h2>What is not trusted</h2>
 *
 * <p>{@code total} ends a stream only together with a short page. Offsets advance by the number of sessions that a page shows.
 * A request with an offset or an upper bound may be rejected; plain requests from date to date then replace it. If a page can't
 * be read, half as many sessions are requested, down to one. That session is skipped once the next one can be read. If the API
 * counts sessions that it never shows, reading continues past them and reports an inconsistency.
 */
package io.github.smartia.connect.paging;
