package io.github.smartia.connect.record;

import static io.github.smartia.connect.model.Sessions.aFullSession;
import static io.github.smartia.connect.model.Sessions.aSession;
import static io.github.smartia.connect.model.Sessions.fullUser;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.SessionStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.json.JsonConverter;
import org.junit.jupiter.api.Test;

/** Keeps the sizes in {@code deployment.md} equal to what converters make; {@code -Ddocs.write=true} rewrites them. */
class RecordSizesReferenceTest {

    private static final String BEGIN = "<!-- sizes:begin -->\n";
    private static final String END = "<!-- sizes:end -->\n";
    /** Of Confluent's wire format: a zero byte and the id of the schema. */
    private static final int PREFIX = 5;

    private static final SessionSchemas SCHEMAS = SessionSchemas.withAllFields();
    private static final List<Struct> STRUCTS = List.of(
            SCHEMAS.key("00000000-0000-4000-8000-000000000001"),
            SCHEMAS.value(SessionStream.COMPLETED, "default", aFullSession().build()),
            SCHEMAS.value(
                    SessionStream.IN_PROGRESS,
                    "default",
                    aSession()
                            .user(fullUser())
                            .test(aFullSession().build().test())
                            .build()));

    @Test
    void thePageShowsTheSizesOfRecords() throws IOException {
        CommittedText page = new CommittedText(Path.of("src/docs/deployment.md"), "docs.write");
        String text = page.read();
        assertThat(text).contains(BEGIN, END);
        int begin = text.indexOf(BEGIN) + BEGIN.length();

        page.assertHolds(text.substring(0, begin) + table() + text.substring(text.indexOf(END, begin)));
    }

    private static String table() {
        return "| Format | Key | Completed session | Session in progress |\n| --- | ---: | ---: | ---: |\n"
                + row("Avro", RecordSizesReferenceTest::avro)
                + row("JSON without schemas, `schemas.enable=false`", struct -> json(struct, false))
                + row("JSON with schemas, the default of Kafka's JsonConverter", struct -> json(struct, true));
    }

    private static String row(String format, ToIntFunction<Struct> size) {
        return "| " + format + " | "
                + STRUCTS.stream()
                        .map(struct -> String.format(Locale.ROOT, "%,d", size.applyAsInt(struct)))
                        .collect(Collectors.joining(" | "))
                + " |\n";
    }

    private static int avro(Struct struct) {
        try {
            return PREFIX + AvroForm.bytes(AvroForm.record(struct)).length;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int json(Struct struct, boolean withSchemas) {
        try (JsonConverter converter = new JsonConverter()) {
            converter.configure(Map.of("schemas.enable", withSchemas), false);
            return converter.fromConnectData("topic", struct.schema(), struct).length;
        }
    }
}
