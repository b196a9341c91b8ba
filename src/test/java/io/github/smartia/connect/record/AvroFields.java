package io.github.smartia.connect.record;

import java.util.List;
import org.apache.avro.Schema;

/** Avro schemas with a field taken out, as a change of the API or of the privacy settings would leave them. */
final class AvroFields {

    private AvroFields() {}

    /** The same record without the field at this dotted path; unchanged where there is none. */
    static Schema without(Schema schema, String path) {
        return switch (schema.getType()) {
            case UNION ->
                Schema.createUnion(schema.getTypes().stream()
                        .map(type -> without(type, path))
                        .toList());
            case RECORD -> recordWithout(schema, path);
            default -> schema;
        };
    }

    private static Schema recordWithout(Schema schema, String path) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        List<Schema.Field> fields = schema.getFields().stream()
                .filter(field -> dot >= 0 || !field.name().equals(name))
                .map(field -> {
                    boolean isAbove = dot >= 0 && field.name().equals(name);
                    Schema type = isAbove ? without(field.schema(), path.substring(dot + 1)) : field.schema();
                    return new Schema.Field(field, type);
                })
                .toList();
        Schema copy = Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
        copy.putAll(schema);
        return copy;
    }
}
