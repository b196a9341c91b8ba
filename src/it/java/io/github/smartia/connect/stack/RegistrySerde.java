package io.github.smartia.connect.stack;

import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** In the place of Confluent's serde, for an application that only reads Avro. */
public final class RegistrySerde implements Serde<GenericRecord> {

    private final Deserializer<GenericRecord> deserializer = new RegistryDeserializer();

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        deserializer.configure(configs, isKey);
    }

    @Override
    public Serializer<GenericRecord> serializer() {
        return (topic, value) -> {
            throw new UnsupportedOperationException("Only reads");
        };
    }

    @Override
    public Deserializer<GenericRecord> deserializer() {
        return deserializer;
    }
}
