package io.github.smartia.connect.read;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How far a stream is settled: no session before the watermark can still be missing, if it was visible no later than the
 * lookback after its date.
 *
 * <p>When a session dated {@code p} has been seen, the API's clock has reached {@code p}; so when a piece was asked for
 * some time before that, the API's clock was at least {@code p} less that time. Sessions dated more than the lookback
 * before <em>that</em> were visible to the request. Only the passing of time is measured here: "The worker's clock may be
 * wrong by hours".
 */
final class Settling {

    /** No session can be dated before, and the API could not be asked for it. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private final Duration lookback;
    private final Deque<Piece> pieces = new ArrayDeque<>();
    private Instant watermark;

    /** @param watermark where the first piece begins */
    Settling(Duration lookback, Instant watermark) {
        this.lookback = lookback;
        this.watermark = watermark;
    }

    /** The first date that is not settled. Never goes back. */
    Instant watermark() {
        return watermark;
    }

    /** A piece that joins up with the last was read: up to {@code coveredTo}, asked for at {@code askedAt} nanoseconds. */
    void read(Instant coveredTo, long askedAt) {
        pieces.add(new Piece(coveredTo, askedAt));
    }

    /** A new sweep begins at the watermark: what was read beyond it will be read again. */
    void startAgain() {
        pieces.clear();
    }

    /** The latest date that was surely reached so far is {@code latest}, and it is {@code now} nanoseconds. */
    void seen(Instant latest, long now) {
        while (!pieces.isEmpty()) {
            Piece first = pieces.getFirst();
            Instant sure = latest.minus(lookback).minusNanos(now - first.askedAt);
            if (first.coveredTo.isAfter(sure)) {
                advanceTo(sure);
                return;
            }
            advanceTo(first.coveredTo);
            pieces.removeFirst();
        }
    }

    private void advanceTo(Instant date) {
        // The API's dates are whole milliseconds; rounding down keeps more.
        Instant whole = date.equals(Instant.MAX) ? date : date.truncatedTo(ChronoUnit.MILLIS);
        if (whole.isAfter(watermark) && !whole.isBefore(FIRST)) {
            watermark = whole;
        }
    }

    private record Piece(Instant coveredTo, long askedAt) {}
}
