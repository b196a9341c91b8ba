package io.github.smartia.connect.paging;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.SessionStream;
import java.io.Serial;

/** Stops a stream at a session that can't be made into a record. The message names the session without personal data. */
public final class MalformedSessionException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private MalformedSessionException(String message) {
        super(message);
    }

    /** For a malformed session if there is no dead-letter topic. */
    public static MalformedSessionException of(MalformedSession malformed) {
        return new MalformedSessionException(malformed + ". Reading stops before this session, so nothing is skipped: "
                + "all earlier sessions are published. Have the session corrected at its source. If it is too large, "
                + "raise producer.override.max.request.size in the connector's settings and max.message.bytes of the "
                + "topic. Then restart the task: reading continues with this session. As an alternative, set "
                + "dead.letter.topic: malformed sessions are then written there, and reading continues after them.");
    }

    /** For a whole page of sessions without a date, after which there is no position to continue from. */
    static MalformedSessionException allUndated(SessionStream stream, Entry first) {
        return new MalformedSessionException("on a whole page, no session has a readable "
                + stream.dateField().apiName()
                + "; the first is " + first
                + ". Without dates there is no position to continue from, so reading stops, and nothing is "
                + "skipped. Have the sessions corrected at their source, then restart the task: reading "
                + "continues with them.");
    }
}
