package io.github.smartia.connect.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.DecoderFactory;

/** Decodes Confluent's wire format, a zero byte, a schema id of four bytes and Avro, with Avro's own reader. */
final class AvroDecoder {

    private static final int PREFIX = 5;

    private final SchemaRegistry registry;
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

    AvroDecoder(SchemaRegistry registry) {
        this.registry = registry;
    }

    /** The value in these bytes; empty where Kafka has none. */
    Optional<Object> decode(Optional<byte[]> bytes) {
        return bytes.map(this::decodePresent);
    }

    private Object decodePresent(byte[] bytes) {
        ByteBuffer prefix = ByteBuffer.wrap(bytes);
        if (bytes.length < PREFIX || prefix.get() != 0) {
            throw new IllegalArgumentException(
                    "Not in the wire format of a schema registry: " + bytes.length + " bytes");
        }
        Schema schema = schemas.computeIfAbsent(prefix.getInt(), registry::schema);
        try {
            return new GenericDatumReader<>(schema)
                    .read(null, DecoderFactory.get().binaryDecoder(bytes, PREFIX, bytes.length - PREFIX, null));
        } catch (IOException e) {
            throw new UncheckedIOException("Not Avro of " + schema.getFullName(), e);
        }
    }
}
