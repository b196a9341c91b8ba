package io.github.smartia.connect.api.http;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.model.Status;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns of documented fields that could not be read, which sessions hold among their additional ones: once per field and
 * stream, and never with the value. Safe for use by several threads.
 */
final class UnreadableFieldsLog {

    private static final String RESULT = "result";
    private static final Set<String> DOCUMENTED = Set.of(
            "user.username",
            "user.fullName",
            "user.firstName",
            "user.middleName",
            "user.lastName",
            "user.gender",
            "user.upn",
            "user.externalId",
            "user.emails",
            "user.dateOfBirth",
            "test.testVersionId",
            "test.name",
            "test.subject",
            RESULT,
            "result.createdDate",
            "result.level",
            "result.duration");

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

    void report(SessionStream stream, List<Entry> entries) {
        for (Entry entry : entries) {
            if (entry instanceof Session session) {
                session.additionalFields().keySet().stream()
                        .filter(field -> isUnreadable(field, session))
                        .filter(field -> reported.add(stream.streamName() + " " + field))
                        .forEach(field -> warn(stream, field));
            }
        }
    }

    /** A session in progress has no documented result. */
    private static boolean isUnreadable(String field, Session session) {
        return DOCUMENTED.contains(field) && (session.status() == Status.COMPLETED || !field.equals(RESULT));
    }

    private void warn(SessionStream stream, String field) {
        log.warn(
                "Organisation {}, stream {}: {} has a type or format that the API does not document. Sessions with such"
                        + " a value are published without it, and with the value as it came in additionalFields unless"
                        + " the privacy settings drop it. Further sessions are not logged.",
                organisation,
                stream.streamName(),
                field);
    }
}
