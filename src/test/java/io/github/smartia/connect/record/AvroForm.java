package io.github.smartia.connect.record;

import io.apicurio.registry.utils.converter.avro.AvroData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

    static GenericRecord record(Struct struct) {
        return (GenericRecord) AVRO_DATA.fromConnectData(struct.schema(), struct);
    }

    /** What a consumer reads of a record that was written. */
    static Struct throughAvro(Struct struct) throws IOException {
        GenericRecord record = record(struct);
        GenericRecord read = read(bytes(record), record.getSchema(), record.getSchema());
        return (Struct) AVRO_DATA.toConnectData(read.getSchema(), read).value();
    }

    static byte[] bytes(GenericRecord record) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    static GenericRecord read(byte[] bytes, Schema writer, Schema reader) throws IOException {
        return new GenericDatumReader<GenericRecord>(writer, reader)
                .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
    }
}
