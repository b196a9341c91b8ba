package io.github.smartia.connect.api;

import io.github.smartia.connect.model.Status;

/**
 * Learns what becomes of the requests for one API key. Called by several threads at a time: it must be
 * quick, and must not throw.
 */
public interface RequestListener {

    /** Ignores everything. */
    RequestListener NONE = new RequestListener() {

        @Override
        public void ended(RequestOutcome end) {}

        @Override
        public void retried(Status sessions) {}
    };

    /** A request has ended. Not called for one that was cancelled. */
    void ended(RequestOutcome end);

    /** A request for sessions of this status has failed transiently, and will be made again. */
    void retried(Status sessions);
}
