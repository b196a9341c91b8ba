package io.github.smartia.connect.api;

import io.github.smartia.connect.model.Status;

/**
 * Hears what becomes of the requests for one API key. Called by the threads that handle answers, several at a time: it
 * must be quick, and must not throw.
 */
public interface RequestListener {

    /** Takes no interest. */
    RequestListener NONE = new RequestListener() {

        @Override
        public void ended(RequestOutcome end) {}

        @Override
        public void retried(Status sessions) {}
    };

    /** A request has come to its end; those that were given up, because nobody waits for them any more, are not told. */
    void ended(RequestOutcome end);

    /** A request for sessions of this status has failed by a passing fault, and is made again after a pause. */
    void retried(Status sessions);
}
