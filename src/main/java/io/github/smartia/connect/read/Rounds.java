package io.github.smartia.connect.read;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * Lets the streams of one organisation take turns: "In each round read in-progress before completed". A session that a
 * round sees completed was then read as in progress before, or never will be.
 *
 * <p>A round begins with each poll interval. While the completed stream has far to catch up, the next round interrupts
 * it, so that pupils who start now are not published hours late; but not before it had as long as those before it. It
 * goes on when its turn comes.
 *
 * <p>A stream that gets no answer, because its endpoint is down, say, must not keep the next from reading. After a while
 * it loses its turn, and begins anew in the first round after its requests have come to an end. A session that completed
 * meanwhile is then no longer in progress, so that no record follows its tombstone. All of it happens on the loop.
 */
final class Rounds {

    /** How long a stream may go without any answer. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final List<StreamReader> readers;
    private final Duration interval;
    private final Loop loop;
    private OptionalInt turn = OptionalInt.empty();
    private long roundBegan;
    private long turnBegan;
    private boolean stopped;

    /** @param readers in the order of a round */
    Rounds(List<StreamReader> readers, Duration interval, Loop loop) {
        this.readers = readers;
        this.interval = interval;
        this.loop = loop;
    }

    /** Begins the first round, and from then on one with each interval. */
    void start() {
        if (stopped) {
            return;
        }
        loop.schedule(this::start, interval);
        if (turn.isEmpty()) {
            beginRound();
        } else {
            interrupt(turn.getAsInt());
        }
    }

    private void interrupt(int index) {
        StreamReader reader = readers.get(index);
        if (index > 0 && hadAFairShare()) {
            reader.pause();
            beginRound();
        } else if (index == 0 && readers.size() > 1 && reader.isUnansweredFor(PATIENCE)) {
            reader.leave();
        }
    }

    /** No round begins any more, and nothing is asked for. */
    void stop() {
        stopped = true;
        turn = OptionalInt.empty();
        readers.forEach(StreamReader::stop);
    }

    private boolean hadAFairShare() {
        return loop.nanoTime() - turnBegan >= turnBegan - roundBegan;
    }

    private void beginRound() {
        roundBegan = loop.nanoTime();
        giveTurnTo(0);
    }

    private void giveTurnTo(int index) {
        if (stopped || index == readers.size()) {
            turn = OptionalInt.empty();
            return;
        }
        turn = OptionalInt.of(index);
        turnBegan = loop.nanoTime();
        readers.get(index).sweepOrResume(() -> giveTurnTo(index + 1));
    }

    /** There may be room again for whoever has the turn. */
    void readOn() {
        turn.ifPresent(index -> readers.get(index).readOn());
    }
}
