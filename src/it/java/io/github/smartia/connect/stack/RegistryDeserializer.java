package io.github.smartia.connect.stack;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.kafka.common.serialization.Deserializer;

/** In the place of Confluent's deserializer, which is not on Maven Central: set up alike, and reads the same bytes. */
public final class RegistryDeserializer implements Deserializer<GenericRecord> {

    private static final int PREFIX = 5;

    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private String registry = "";
    private boolean specific;

    /** For values that converters wrote with schemas of this registry. */
    public static RegistryDeserializer of(SchemaRegistry registry) {
        RegistryDeserializer deserializer = new RegistryDeserializer();
        deserializer.configure(Map.of("schema.registry.url", registry.confluentUri()), false);
        return deserializer;
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        registry = configs.get("schema.registry.url").toString();
        specific = "true".equals(configs.get("specific.avro.reader"));
    }

    @Override
    public GenericRecord deserialize(String topic, byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        Schema schema = schemas.computeIfAbsent(ByteBuffer.wrap(bytes).getInt(1), this::schema);
        return Unchecked.get(() -> reader(schema)
                .read(null, DecoderFactory.get().binaryDecoder(bytes, PREFIX, bytes.length - PREFIX, null)));
    }

    /** The class that a specific reader fills has the name of the schema, and may be of another version of it. */
    private DatumReader<GenericRecord> reader(Schema written) {
        if (!specific) {
            return new GenericDatumReader<>(written);
        }
        Schema ofTheClass = SpecificData.get().getSchema(SpecificData.get().getClass(written));
        return new SpecificDatumReader<>(written, ofTheClass);
    }

    private Schema schema(int id) {
        String schema = new JsonHttp(URI.create(registry), Duration.ofSeconds(30))
                .call("GET", "/schemas/ids/" + id)
                .path("schema")
                .asString();
        return new Schema.Parser().parse(schema);
    }
}
