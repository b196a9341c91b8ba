package io.github.smartia.connect;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.config.OrganisationSettings;
import io.github.smartia.connect.paging.MalformedSessionException;
import io.github.smartia.connect.read.StreamFailedException;
import io.github.smartia.connect.validation.FailureDiagnosis;
import org.apache.kafka.connect.errors.ConnectException;

/** Explains a failure to the person who must correct it. */
final class FailureMessages {

    private FailureMessages() {}

    /** The failure of the task of a single organisation. */
    static ConnectException ofTask(StreamFailedException failure, OrganisationSettings organisation) {
        return new ConnectException(
                text(failure, organisation, " The task has stopped.", "Then restart the task"), failure.getCause());
    }

    /** The message if one of several organisations has failed. */
    static String ofOrganisation(StreamFailedException failure, OrganisationSettings organisation) {
        return text(
                failure,
                organisation,
                " This organisation has stopped.",
                "If you change its settings, it starts again. Otherwise restart the task");
    }

    /** Whether the message explains the failure without a stack trace. */
    static boolean isExplained(StreamFailedException failure) {
        return failure.getCause() instanceof ApiException || failure.getCause() instanceof MalformedSessionException;
    }

    /** The failure of a task whose event loop has failed. */
    static ConnectException ofLoop(Throwable thrown) {
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
