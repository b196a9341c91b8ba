package io.github.smartia.connect.stack;

import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.serialization.Serdes;

/** In the place of Confluent's serde, for an application that only reads Avro. */
public final class RegistrySerde extends Serdes.WrapperSerde<GenericRecord> {

    public RegistrySerde() {
        super(
                (topic, value) -> {
                    throw new UnsupportedOperationException("Only reads");
                },
                new RegistryDeserializer());
    }
}
