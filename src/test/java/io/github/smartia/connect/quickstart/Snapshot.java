package io.github.smartia.connect.quickstart;

import java.time.Instant;
import java.util.List;

/**
 * All that is shown at one moment.
 *
 * @param connectorState as Connect has it, {@code RUNNING} say
 */
record Snapshot(Instant time, String connectorState, List<StreamSight> streams, Progress progress) {

    Snapshot {
        streams = List.copyOf(streams);
    }

    /** The state of the connector, and what it does. */
    String state() {
        return connectorState
                + progress.readsHistory()
                        .map(reads -> reads ? ", reading history" : ", caught up")
                        .orElse("");
    }
}
