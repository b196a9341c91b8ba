package io.github.smartia.connect.offset;

import io.github.smartia.connect.model.SessionStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.connect.errors.ConnectException;

/** The source partition of one stream of one organisation. Immutable. */
public final class SourcePartition {

    private static final String ORGANISATION = "organisation";
    private static final String STREAM = "stream";
    private static final Set<String> FIELDS = Set.of(ORGANISATION, STREAM);

    private final String organisation;
    private final SessionStream stream;
    private final Map<String, Object> map;

    private SourcePartition(String organisation, SessionStream stream) {
        this.organisation = organisation;
        this.stream = stream;
        // Connect finds offsets by the serialised bytes of this map, including the order of its fields. A partition
        // from a
        // REST request has the order of a HashMap, so this map must be one too.
        Map<String, Object> fields = new HashMap<>();
        fields.put(ORGANISATION, organisation);
        fields.put(STREAM, stream.streamName());
        this.map = Collections.unmodifiableMap(fields);
    }

    public static SourcePartition of(String organisation, SessionStream stream) {
        return new SourcePartition(organisation, stream);
    }

    /**
     * Reads a partition from the fields of {@link #toMap()}, in any order.
     *
     * @throws ConnectException if a field is missing, unknown or wrong, with a message for the person who set the partition
     */
    public static SourcePartition fromMap(Map<String, ?> map) {
        for (String field : map.keySet()) {
            if (!FIELDS.contains(field)) {
                throw rejected("has the unknown field \"" + field + "\"");
            }
        }
        return of(organisation(map), stream(map));
    }

    private static String organisation(Map<String, ?> map) {
        String organisation = text(map, ORGANISATION);
        if (organisation.isBlank()) {
            throw rejected("has an empty \"" + ORGANISATION + "\"");
        }
        return organisation;
    }

    private static SessionStream stream(Map<String, ?> map) {
        String name = text(map, STREAM);
        return SessionStream.named(name).orElseThrow(() -> rejected("has the unknown stream \"" + name + "\""));
    }

    private static String text(Map<String, ?> map, String field) {
        Object value = map.get(field);
        if (value instanceof String text) {
            return text;
        }
        throw rejected(
                value == null ? "lacks the field \"" + field + "\"" : "has a \"" + field + "\" that is not a string");
    }

    private static ConnectException rejected(String problem) {
        String streams = Arrays.stream(SessionStream.values())
                .map(SessionStream::streamName)
                .collect(Collectors.joining(" or "));
        return new ConnectException("The source partition " + problem
                + ". Give exactly \"organisation\", as named in the connector's settings (\"default\" for api.key),"
                + " and \"stream\", which is " + streams + ".");
    }

    public String organisation() {
        return organisation;
    }

    public SessionStream stream() {
        return stream;
    }

    /** The partition as Connect stores it. Its fields always have the same order. Not modifiable. */
    public Map<String, Object> toMap() {
        return map;
    }

    /** The subject of a log message, such as {@code Organisation oaks, stream completed}. */
    public String description() {
        return "Organisation " + organisation + ", stream " + stream.streamName();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourcePartition partition && map.equals(partition.map);
    }

    @Override
    public int hashCode() {
        return map.hashCode();
    }

    @Override
    public String toString() {
        return map.toString();
    }
}
