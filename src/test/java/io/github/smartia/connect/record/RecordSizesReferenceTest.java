package io.github.smartia.connect.record;

import static io.github.smartia.connect.model.Sessions.aFullSession;
import static io.github.smartia.connect.model.Sessions.aSession;
import static io.github.smartia.connect.model.Sessions.fullUser;

import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.model.Sessions;
import java.io.IOException;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;

/** Keeps the sizes in {@code deployment.md} equal to what converters make; {@code -Ddocs.write=true} rewrites them. */
class RecordSizesReferenceTest {

    /** Of Confluent's wire format: a zero byte and the id of the schema. */
    private static final int PREFIX = 5;

    @Test
    void pageShowsTheSizesOfRecords() throws IOException {
        CommittedText.page("deployment.md").assertHolds("sizes", table());
    }

    private static String table() {
        return "| Format | Key | Completed session | Session in progress |\n| --- | ---: | ---: | ---: |\n"
                + row("Avro", struct -> PREFIX + AvroForm.bytes(struct).length)
                + row("JSON without schemas, `schemas.enable=false`", struct -> Records.json(struct, false).length)
                + row(
                        "JSON with schemas, the default of Kafka's JsonConverter",
                        struct -> Records.json(struct, true).length);
    }

    private static String row(String format, ToIntFunction<Struct> size) {
        return "| " + format + " | "
                + structs()
                        .map(struct -> String.format(Locale.ROOT, "%,d", size.applyAsInt(struct)))
                        .collect(Collectors.joining(" | "))
                + " |\n";
    }

    private static Stream<Struct> structs() {
        return Stream.of(
                Records.SCHEMAS.key("00000000-0000-4000-8000-000000000001"),
                Records.SCHEMAS.value(
                        SessionStream.COMPLETED, "default", aFullSession().build()),
                Records.SCHEMAS.value(
                        SessionStream.IN_PROGRESS, "default", anOpenSession().build()));
    }

    private static Sessions anOpenSession() {
        return aSession().user(fullUser()).test(aFullSession().build().test());
    }
}
