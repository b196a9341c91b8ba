package io.github.smartia.connect;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.read.MalformedSessionException;
import io.github.smartia.connect.read.StreamFailedException;
import org.apache.kafka.connect.errors.ConnectException;

/** Puts an end of reading into words for the person who must see to it. */
final class Failures {

    private Failures() {}

    /** Something that waits for what others do. */
    @FunctionalInterface
    interface Wait<T> {
        T get() throws InterruptedException;
    }

    /** @throws ConnectException in place of whatever else is thrown */
    static <T> T explained(String organisation, Wait<T> wait) throws InterruptedException {
        try {
            return wait.get();
        } catch (StreamFailedException e) {
            throw new ConnectException("Organisation " + organisation + explained(e), e.getCause());
        }
    }

    private static String explained(StreamFailedException failure) {
        if (failure.getCause() instanceof MalformedSessionException malformed) {
            return ": " + malformed.getMessage();
        }
        String where = ", stream " + failure.stream().streamName() + ": ";
        if (failure.getCause() instanceof ApiException e) {
            return where + e.getMessage() + ". The task has stopped. " + advice(e.kind())
                    + " Then restart the task: reading goes on where it stopped.";
        }
        return where + "reading broke down (" + failure.getCause() + "). The task has stopped, and nothing is lost."
                + " Restart the task: reading goes on where it stopped. If it stops again, report this as a bug, with"
                + " the lines that follow in the worker's log.";
    }

    private static String advice(ApiException.Kind kind) {
        return switch (kind) {
            case KEY_REFUSED -> "Correct api.key, or have the key given the right to read Smart IA sessions.";
            case WRONG_URL -> "Correct api.url.";
            case REQUEST_REFUSED -> "Check api.url and the filter settings; if they are right, report this as a bug.";
            case UNREACHABLE -> "Correct api.url, or let the worker reach that host through DNS, firewall and TLS.";
            case PROXY_UNREACHABLE, PROXY_REFUSED -> "Correct api.proxy.url, or have the proxy let the worker through.";
            case PASSING -> "See to the API or the network, or raise api.max.retries.";
        };
    }
}
