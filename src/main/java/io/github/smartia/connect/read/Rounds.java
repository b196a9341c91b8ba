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
 * meanwhile is then no longer in progress, so that no record follows its tombstone.
 *
 * <p>Where many organisations share a task, a round needs one of its {@link Seats}. When others wait for too long, the
 * round is broken off: what was asked for is read to its end, so that nothing stays in memory, and the round goes on
 * there when it has a seat again. All of it happens on the loop.
 */
final class Rounds {

    /** How long a stream may go without any answer. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final List<StreamReader> readers;
    private final Duration interval;
    private final Loop loop;
    private final Seats seats;
    private OptionalInt turn = OptionalInt.empty();
    private long roundBegan;
    private long turnBegan;
    private boolean waiting;
    private boolean makingWay;
    /** An interval has passed while the round before was broken off. */
    private boolean overdue;

    private boolean stopped;

    /** @param readers in the order of a round */
    Rounds(List<StreamReader> readers, Duration interval, Loop loop, Seats seats) {
        this.readers = readers;
        this.interval = interval;
        this.loop = loop;
        this.seats = seats;
    }

    /** Begins the first round, the second after {@code first}, and from then on one with each interval. */
    void start(Duration first) {
        if (!stopped) {
            loop.schedule(() -> start(interval), first);
            roundIsDue();
        }
    }

    private void roundIsDue() {
        if (turn.isEmpty() && !waiting) {
            waiting = true;
            seats.ask(this);
        } else if (waiting || makingWay) {
            overdue = true;
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

    /** Has a seat from now on. */
    void seated() {
        if (stopped) {
            return;
        }
        waiting = false;
        boolean anew = turn.isEmpty() || (overdue && turn.getAsInt() > 0 && hadAFairShare());
        overdue = false;
        if (anew) {
            beginRound();
        } else {
            goOn(turn.getAsInt());
        }
    }

    /** Others have waited for the seat for long. May be called again, as long as it is not left. */
    void makeWay() {
        turn.ifPresent(index -> {
            StreamReader reader = readers.get(index);
            if (!makingWay) {
                makingWay = true;
                reader.windDown(this::standUp);
            } else if (reader.isUnansweredFor(seats.patience())) {
                reader.leave();
            }
        });
    }

    private void standUp() {
        makingWay = false;
        waiting = true;
        readers.forEach(StreamReader::forgetPagesAhead);
        seats.pass(this);
    }

    /** No round begins any more, and nothing is asked for. */
    void stop() {
        stopped = true;
        turn = OptionalInt.empty();
        readers.forEach(StreamReader::stop);
        seats.leave(this);
    }

    private boolean hadAFairShare() {
        return loop.nanoTime() - turnBegan >= turnBegan - roundBegan;
    }

    private void beginRound() {
        roundBegan = loop.nanoTime();
        giveTurnTo(0);
    }

    private void giveTurnTo(int index) {
        if (stopped) {
            return;
        }
        if (index == readers.size()) {
            turn = OptionalInt.empty();
            makingWay = false;
            seats.leave(this);
            return;
        }
        turn = OptionalInt.of(index);
        turnBegan = loop.nanoTime();
        if (makingWay) {
            standUp();
        } else {
            goOn(index);
        }
    }

    private void goOn(int index) {
        readers.get(index).sweepOrResume(() -> giveTurnTo(index + 1));
    }

    /** There may be room again for whoever has the turn. */
    void readOn() {
        turn.ifPresent(index -> readers.get(index).readOn());
    }
}
