package io.github.smartia.connect.read;

import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.SessionStream;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the person on call of malformed sessions: of the first by its name, and of how many came after it once a minute.
 * All of it happens on the loop.
 */
public final class DeadLetterLog {

    static final Duration INTERVAL = Duration.ofMinutes(1);

    private final Logger log;
    private final String stream;
    private final EventLoop loop;
    private boolean waiting;
    private long untold;

    public DeadLetterLog(String organisation, SessionStream stream, EventLoop loop) {
        this(organisation, stream, loop, LoggerFactory.getLogger(DeadLetterLog.class));
    }

    DeadLetterLog(String organisation, SessionStream stream, EventLoop loop, Logger log) {
        this.log = log;
        this.stream = "Organisation " + organisation + ", stream " + stream.streamName();
        this.loop = loop;
    }

    void handedOver(MalformedSession malformed) {
        if (waiting) {
            untold++;
            return;
        }
        log.warn(
                "{}: {}. The session is written to dead.letter.topic, and reading continues. Further malformed sessions "
                        + "are counted once a minute. Have malformed sessions corrected at their source. Corrections "
                        + "within lookback.ms of a session's date are published automatically. After later ones, set "
                        + "the stream's offset back.",
                stream,
                malformed);
        waitBeforeTellingMore();
    }

    private void waitBeforeTellingMore() {
        waiting = true;
        loop.schedule(this::tellMore, INTERVAL);
    }

    private void tellMore() {
        waiting = false;
        if (untold > 0) {
            log.warn("{}: further malformed sessions written to dead.letter.topic: {}.", stream, untold);
            untold = 0;
            waitBeforeTellingMore();
        }
    }
}
