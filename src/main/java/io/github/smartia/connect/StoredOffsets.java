package io.github.smartia.connect;

import io.github.smartia.connect.read.Stream;
import io.github.smartia.connect.read.StreamOffset;
import io.github.smartia.connect.record.SourcePartition;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** Where earlier runs left off, from Connect's offset storage. */
final class StoredOffsets {

    private final OffsetStorageReader storage;

    StoredOffsets(OffsetStorageReader storage) {
        this.storage = storage;
    }

    /**
     * The offsets of those of {@code streams} that were read before.
     *
     * @throws ConnectException if one is stored that this connector did not write
     */
    Map<Stream, StreamOffset> of(String organisation, List<Stream> streams) {
        Map<Stream, StreamOffset> offsets = new EnumMap<>(Stream.class);
        for (Stream stream : streams) {
            SourcePartition partition = SourcePartition.of(organisation, stream);
            Optional.ofNullable(storage.offset(partition.toMap()))
                    .ifPresent(stored -> offsets.put(stream, parse(partition, stored)));
        }
        return offsets;
    }

    private static StreamOffset parse(SourcePartition partition, Map<String, Object> stored) {
        try {
            return StreamOffset.fromMap(partition.stream(), stored);
        } catch (IllegalArgumentException e) {
            throw new ConnectException("The offset stored for " + partition + " can't be read: " + e.getMessage()
                    + ". The task does not start, so that nothing is skipped or repeated. Set the offset with PATCH"
                    + " /connectors/NAME/offsets on the stopped connector, or reset it, then start it again.");
        }
    }
}
