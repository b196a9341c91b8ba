package io.github.smartia.connect.api.http;

import io.github.smartia.connect.model.SessionStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns of documented fields that can't be read: once per field and stream, and never with the value. Thread-safe. */
final class UnreadableFieldsLog {

    private final String organisation;
    private final Logger log;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    UnreadableFieldsLog(String organisation) {
        this(organisation, LoggerFactory.getLogger(UnreadableFieldsLog.class));
    }

    UnreadableFieldsLog(String organisation, Logger log) {
        this.organisation = organisation;
        this.log = log;
    }

    /** @param field its dotted path in the session */
    void report(SessionStream stream, String field) {
        if (reported.add(stream.streamName() + " " + field)) {
            log.warn(
                    "Organisation {}, stream {}: {} has a type or format that the API does not document. Sessions with "
                            + "such a value are published without it. additionalFields contains the original value, "
                            + "unless the privacy settings exclude it. Further such sessions are not logged.",
                    organisation,
                    stream.streamName(),
                    field);
        }
    }
}
