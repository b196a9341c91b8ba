package io.github.smartia.connect;

import io.github.smartia.connect.offset.SourcePartition;
import io.github.smartia.connect.offset.StreamOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;

/** Checks the offsets of a REST request before any of them is written. */
final class OffsetAlteration {

    private final List<String> organisations;

    /** @param organisations the organisations of the connector */
    OffsetAlteration(List<String> organisations) {
        this.organisations = organisations;
    }

    /**
     * Rejects the request if any offset is invalid. Nothing is changed then, and the REST response contains the message.
     *
     * @param offsets partitions to offsets; a null offset resets its partition
     * @throws ConnectException if a task could not continue from one of the offsets
     */
    void check(Map<Map<String, ?>, Map<String, ?>> offsets) {
        offsets.forEach(this::check);
    }

    private void check(Map<String, ?> partition, Map<String, ?> offset) {
        if (partition == null) {
            throw rejected("A source partition must not be null.");
        }
        SourcePartition known = known(partition);
        if (offset == null) {
            return;
        }
        if (!organisations.contains(known.organisation())) {
            throw rejected("This connector does not read organisation " + known.organisation() + ", only "
                    + NameList.of(organisations) + ".");
        }
        try {
            StreamOffset.fromMap(known.stream(), offset);
        } catch (IllegalArgumentException e) {
            throw rejected("The offset for " + known + " is rejected: " + e.getMessage() + ".");
        }
    }

    private static SourcePartition known(Map<String, ?> partition) {
        try {
            return SourcePartition.fromMap(partition);
        } catch (ConnectException e) {
            throw rejected(e.getMessage());
        }
    }

    private static ConnectException rejected(String reason) {
        return new ConnectException(reason + " Nothing was changed.");
    }
}
