package io.github.smartia.connect.record;

/** Whether the fields of a session's record are nested, as in the API, or columns of one level. */
public enum RecordShape {
    /** Structs in a struct: {@code user}, {@code test} and {@code result}. */
    NESTED {
        @Override
        <T> StructType<T> of(StructType<T> type) {
            return type;
        }
    },
    /** One level of columns, for sinks that do not support structs, lists or maps. */
    FLAT {
        @Override
        <T> StructType<T> of(StructType<T> type) {
            return type.flat();
        }
    };

    /** The type of records in this shape, for a nested type. */
    abstract <T> StructType<T> of(StructType<T> type);
}
