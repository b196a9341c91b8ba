package io.github.smartia.connect;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.config.OrganisationSettings;
import io.github.smartia.connect.paging.MalformedSessionException;
import io.github.smartia.connect.read.StreamFailedException;
import io.github.smartia.connect.validation.FailureDiagnosis;
import org.apache.kafka.connect.errors.ConnectException;

/** Messages for the person who must resolve a failure of reading. */
final class FailureMessages {

    private FailureMessages() {}

    /** The failure of a task with a single organisation. */
    static ConnectException ofTheTask(StreamFailedException failure, OrganisationSettings organisation) {
        return new ConnectException(
                text(failure, organisation, " The task has stopped.", "Then restart the task"), failure.getCause());
    }

    /** The message for one failed organisation of several. */
    static String ofOne(StreamFailedException failure, OrganisationSettings organisation) {
        return text(
                failure,
                organisation,
                " This organisation has stopped.",
                "If you change its settings, it starts again. Otherwise restart the task");
    }

    /** Whether the message explains the failure, so that no stack trace need be logged. */
    static boolean wasForeseen(StreamFailedException failure) {
        return failure.getCause() instanceof ApiException || failure.getCause() instanceof MalformedSessionException;
    }

    /** The failure of a task whose reader, which all organisations share, has failed. */
    static ConnectException ofTheLoop(Throwable thrown) {
        return new ConnectException(
                "Reading failed unexpectedly (" + thrown
                        + "). The task has stopped. Nothing is lost. Restart the task: reading continues from its "
                        + "offset. If it stops again, report this as a bug, with the lines that follow in the worker's "
                        + "log.",
                thrown);
    }

    private static String text(
            StreamFailedException failure, OrganisationSettings organisation, String stopped, String thenRestart) {
        String where = "Organisation " + organisation.name() + ", stream "
                + failure.stream().streamName() + ": ";
        if (failure.getCause() instanceof MalformedSessionException malformed) {
            return where + malformed.getMessage();
        }
        if (failure.getCause() instanceof ApiException e) {
            String remedy = FailureDiagnosis.of(e.kind(), organisation).remedy();
            return where + e.getMessage() + "." + stopped + " " + remedy + " " + thenRestart
                    + ": reading continues from its offset.";
        }
        return where + "reading failed unexpectedly (" + failure.getCause() + ")." + stopped
                + " Nothing is lost. Restart the task: reading continues from its offset. If it stops again, report "
                + "this as a bug, with the lines that follow in the worker's log.";
    }
}
