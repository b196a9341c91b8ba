package io.github.smartia.connect.offset;

import io.github.smartia.connect.model.SessionStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The source partition of one stream of one organisation. Immutable. */
public final class SourcePartition {

    private static final String ORGANISATION = "organisation";
    private static final String STREAM = "stream";

    private final String organisation;
    private final SessionStream stream;
    private final Map<String, Object> map;

    public SourcePartition(String organisation, SessionStream stream) {
        this.organisation = organisation;
        this.stream = stream;
        // Connect finds offsets by the serialised bytes of this map, including the order of its fields.
        // A partition from a REST request has the order of a HashMap, so this map must be one too.
        Map<String, Object> fields = new HashMap<>();
        fields.put(ORGANISATION, organisation);
        fields.put(STREAM, stream.streamName());
        this.map = Collections.unmodifiableMap(fields);
    }

    /**
     * Reads a partition from the fields of {@link #toMap()}, in any order.
     *
     * @throws IllegalArgumentException if a field is missing, unknown or wrong, with a message for the person who set the
     *     partition
     */
    public static SourcePartition fromMap(Map<String, ?> map) {
        for (String field : map.keySet()) {
            if (!field.equals(ORGANISATION) && !field.equals(STREAM)) {
                throw rejected("has the unknown field \"" + field + "\"");
            }
        }
        String organisation = text(map, ORGANISATION);
        if (organisation.isBlank()) {
            throw rejected("has an empty \"" + ORGANISATION + "\"");
        }
        String name = text(map, STREAM);
        return SessionStream.named(name)
                .map(stream -> new SourcePartition(organisation, stream))
                .orElseThrow(() -> rejected("has the unknown stream \"" + name + "\""));
    }

    private static String text(Map<String, ?> map, String field) {
        Object value = map.get(field);
        if (value instanceof String text) {
            return text;
        }
        throw rejected(
                value == null ? "lacks the field \"" + field + "\"" : "has a \"" + field + "\" that is not a string");
    }

    private static IllegalArgumentException rejected(String problem) {
        String streams = Arrays.stream(SessionStream.values())
                .map(SessionStream::streamName)
                .collect(Collectors.joining(" or "));
        return new IllegalArgumentException("The source partition " + problem
                + ". Give exactly \"organisation\", as named in the connector's settings (\"default\" for api.key),"
                + " and \"stream\", which is " + streams + ".");
    }

    public String organisation() {
        return organisation;
    }

    public SessionStream stream() {
        return stream;
    }

    /** The partition as Connect stores it: one map for all records. Not modifiable. */
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
