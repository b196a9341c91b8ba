package io.github.smartia.connect;

import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.offset.SourcePartition;
import io.github.smartia.connect.offset.StreamOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** The offsets of earlier runs in Connect's offset storage. */
record StoredOffsets(Map<Map<String, Object>, Map<String, Object>> stored) {

    /** Reads all offsets in one call, since the storage reads its topic to the end for each call. */
    static StoredOffsets read(
            OffsetStorageReader storage, List<String> organisations, Collection<SessionStream> streams) {
        List<Map<String, Object>> partitions = organisations.stream()
                .flatMap(organisation ->
                        streams.stream().map(stream -> new SourcePartition(organisation, stream).toMap()))
                .toList();
        return new StoredOffsets(storage.offsets(partitions));
    }

    /**
     * Returns the offsets of an organisation's streams; a stream that was never read has none.
     *
     * @throws ConnectException if one of the offsets can't be read
     */
    Map<SessionStream, StreamOffset> of(String organisation) {
        Map<SessionStream, StreamOffset> offsets = new EnumMap<>(SessionStream.class);
        for (SessionStream stream : SessionStream.values()) {
            SourcePartition partition = new SourcePartition(organisation, stream);
            Optional.ofNullable(stored.get(partition.toMap()))
                    .ifPresent(offset -> offsets.put(stream, parse(partition, offset)));
        }
        return offsets;
    }

    private static StreamOffset parse(SourcePartition partition, Map<String, Object> stored) {
        try {
            return StreamOffset.fromMap(partition.stream(), stored);
        } catch (IllegalArgumentException e) {
            throw new ConnectException(
                    "The offset stored for " + partition + " can't be read: " + e.getMessage()
                            + ". Reading does not start, so that nothing is skipped or repeated. Stop the connector,"
                            + " set or reset the offset with PATCH or DELETE /connectors/NAME/offsets, then resume the connector.");
        }
    }
}
