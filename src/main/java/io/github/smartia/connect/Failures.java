package io.github.smartia.connect;

import io.github.smartia.connect.api.ApiException;
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
        } catch (ApiException e) {
            throw new ConnectException(
                    "Organisation " + organisation + ": " + e.getMessage() + ". The task has stopped. "
                            + advice(e.kind()) + " Then restart the task: reading goes on where it stopped.",
                    e);
        } catch (ConnectException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ConnectException("Organisation " + organisation + ": " + e.getMessage(), e);
        }
    }

    private static String advice(ApiException.Kind kind) {
        return switch (kind) {
            case KEY_REFUSED -> "Correct api.key, or have the key given the right to read Smart IA sessions.";
            case WRONG_URL -> "Correct api.url.";
            case REQUEST_REFUSED -> "Check api.url and the filter settings; if they are right, report this as a bug.";
            case UNREACHABLE -> "Correct api.url, or let the worker reach that host through DNS, firewall and TLS.";
            case PASSING -> "See to the API or the network, or raise api.max.retries.";
        };
    }
}
