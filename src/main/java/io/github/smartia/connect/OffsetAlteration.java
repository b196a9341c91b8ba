package io.github.smartia.connect;

import io.github.smartia.connect.offset.SourcePartition;
import io.github.smartia.connect.offset.StreamOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;

/** Checks offsets that a person sets by REST, before any is written. */
final class OffsetAlteration {

    private final List<String> organisations;

    /** @param organisations those that the connector reads */
    OffsetAlteration(List<String> organisations) {
        this.organisations = organisations;
    }

    /**
     * Checks all of them. The REST response carries the message of what is thrown, and then nothing is changed.
     *
     * @param offsets partitions to offsets; a null offset resets its partition
     * @throws ConnectException if a task could not continue from one of them
     */
    void check(Map<Map<String, ?>, Map<String, ?>> offsets) {
        offsets.forEach(this::check);
    }

    private void check(Map<String, ?> partition, Map<String, ?> offset) {
        if (partition == null) {
            throw refused("A source partition must not be null.");
        }
        SourcePartition known = known(partition);
        if (offset == null) {
            return;
        }
        if (!organisations.contains(known.organisation())) {
            throw refused("This connector does not read organisation " + known.organisation() + ", only "
                    + FewNames.of(organisations) + ".");
        }
        try {
            StreamOffset.fromMap(known.stream(), offset);
        } catch (IllegalArgumentException e) {
            throw refused("The offset for " + known + " is rejected: " + e.getMessage() + ".");
        }
    }

    private static SourcePartition known(Map<String, ?> partition) {
        try {
            return SourcePartition.fromMap(partition);
        } catch (ConnectException e) {
            throw refused(e.getMessage());
        }
    }

    private static ConnectException refused(String reason) {
        return new ConnectException(reason + " Nothing was changed.");
    }
}
