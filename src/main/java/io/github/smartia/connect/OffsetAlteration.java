package io.github.smartia.connect;

import io.github.smartia.connect.offset.SourcePartition;
import io.github.smartia.connect.offset.StreamOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;

/** Checks the offsets of a REST request before any of them is written. */
final class OffsetAlteration {

    private OffsetAlteration() {}

    /**
     * Rejects the request if any partition or offset is invalid. In that case nothing is changed, and the REST response
     * contains the message.
     *
     * @param organisations the organisations of the connector
     * @param offsets partitions to offsets; a null offset resets its partition
     * @throws ConnectException if a task could not continue from one of the offsets
     */
    static void check(List<String> organisations, Map<Map<String, ?>, Map<String, ?>> offsets) {
        try {
            offsets.forEach((partition, offset) -> check(organisations, partition, offset));
        } catch (IllegalArgumentException e) {
            throw new ConnectException(e.getMessage() + " Nothing was changed.");
        }
    }

    private static void check(List<String> organisations, Map<String, ?> partition, Map<String, ?> offset) {
        if (partition == null) {
            throw new IllegalArgumentException("A source partition must not be null.");
        }
        SourcePartition known = SourcePartition.fromMap(partition);
        if (offset == null) {
            return;
        }
        if (!organisations.contains(known.organisation())) {
            throw new IllegalArgumentException("This connector does not read organisation " + known.organisation()
                    + ", only " + NameList.of(organisations) + ".");
        }
        try {
            StreamOffset.fromMap(known.stream(), offset);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The offset for " + known + " is rejected: " + e.getMessage() + ".");
        }
    }
}
