package io.github.smartia.connect.record;

import io.apicurio.registry.utils.converter.avro.AvroData;
import io.github.smartia.connect.stack.Unchecked;
import java.io.ByteArrayOutputStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.connect.data.Struct;

/** What an Avro converter makes of the connector's schemas and structs. */
final class AvroForm {

    private static final AvroData AVRO_DATA = new AvroData(16);

    private AvroForm() {}

    static Schema schema(org.apache.kafka.connect.data.Schema connectSchema) {
        return AVRO_DATA.fromConnectSchema(connectSchema);
    }

    static byte[] bytes(Struct struct) {
        GenericRecord record = (GenericRecord) AVRO_DATA.fromConnectData(struct.schema(), struct);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        Unchecked.run(() -> {
            new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
            encoder.flush();
        });
        return bytes.toByteArray();
    }

    /** What a consumer reads of a record that was written. */
    static Struct throughAvro(Struct struct) {
        Schema schema = schema(struct.schema());
        GenericRecord read = Unchecked.get(() -> new GenericDatumReader<GenericRecord>(schema)
                .read(null, DecoderFactory.get().binaryDecoder(bytes(struct), null)));
        return (Struct) AVRO_DATA.toConnectData(schema, read).value();
    }
}
