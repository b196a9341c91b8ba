package io.github.smartia.connect.paging;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.SessionStream;
import java.io.Serial;

/** A session that can't be made into a record stops its stream. The message names it without personal data. */
public final class MalformedSessionException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private MalformedSessionException(String message) {
        super(message);
    }

    /** Where there is no other place for {@code malformed}. */
    public static MalformedSessionException in(SessionStream stream, MalformedSession malformed) {
        return new MalformedSessionException("In the stream " + stream.streamName() + ", " + malformed
                + ". Everything before it is published and nothing after it, so nothing is skipped. Have the "
                + "session corrected at its source. If it is too large, raise "
                + "producer.override.max.request.size in the connector's settings and max.message.bytes of the "
                + "topic. Then restart the task: reading continues with this session. Or set "
                + "dead.letter.topic: such sessions are then written there, and reading continues after them.");
    }

    /** Where so many sessions in a row have no date that nobody can tell where to read on. */
    static MalformedSessionException allUndated(SessionStream stream, Entry first) {
        return new MalformedSessionException("In the stream " + stream.streamName()
                + ", no session on a whole page has a "
                + stream.dateField().apiName()
                + " that can be read; the first is " + first
                + ". Without dates there is no position to continue from, so reading stops, and nothing is "
                + "skipped. Have the sessions corrected at their source, then restart the task: reading "
                + "continues with them.");
    }
}
