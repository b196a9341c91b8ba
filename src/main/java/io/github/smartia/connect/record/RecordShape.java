package io.github.smartia.connect.record;

/** Whether the fields of a session's record are nested, as the API has them, or columns of one level. */
public enum RecordShape {
    /** Structs in a struct: {@code user}, {@code test} and {@code result}. */
    NESTED {
        @Override
        <T> StructType<T> of(StructType<T> type) {
            return type;
        }
    },
    /** One level of columns, for sinks that take no structs, lists or maps. */
    FLAT {
        @Override
        <T> StructType<T> of(StructType<T> type) {
            return type.flat();
        }
    };

    /** What records of this nested type become. */
    abstract <T> StructType<T> of(StructType<T> type);
}
