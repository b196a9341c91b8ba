package io.github.smartia.connect.examples;

import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;

/** Joins both topics into one: the state of each session, by its id. */
public final class SessionStates {

    private SessionStates() {}

    /** Reads records by the default serdes of the application. */
    public static Topology topology(String inProgress, String completed, String states) {
        StreamsBuilder builder = new StreamsBuilder();
        KTable<String, String> open = bySessionId(builder, inProgress);
        KTable<String, String> done = bySessionId(builder, completed);
        open.outerJoin(done, (started, ended) -> ended == null ? "IN_PROGRESS" : "COMPLETED")
                .toStream()
                .to(states, Produced.with(Serdes.String(), Serdes.String()));
        return builder.build();
    }

    /** A tombstone removes its session from the table. */
    private static KTable<String, String> bySessionId(StreamsBuilder builder, String topic) {
        return builder.<GenericRecord, GenericRecord>stream(topic)
                .map((key, session) -> KeyValue.pair(
                        key.get("sessionId").toString(),
                        session == null ? null : session.get("status").toString()))
                .toTable(Materialized.with(Serdes.String(), Serdes.String()));
    }
}
