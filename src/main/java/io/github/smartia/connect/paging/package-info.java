/**
 * Which page to ask for next, and what a page proves. Does no I/O and knows no clock: a {@link
 * io.github.smartia.connect.paging.Sweep} is told of responses and says what follows from them. Knows {@code model}.
 */
package io.github.smartia.connect.paging;
