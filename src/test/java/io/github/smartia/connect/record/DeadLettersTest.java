package io.github.smartia.connect.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.SessionStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

    private static final SourcePartition COMPLETED = SourcePartition.of("north", SessionStream.COMPLETED);
    private static final Map<String, ?> OFFSET = Map.of("endDate", "2026-01-06T09:30:00.250Z");
    private static final Instant START = Instant.parse("2026-01-06T09:00:00.000Z");
    private static final Instant END = Instant.parse("2026-01-06T09:30:00.250Z");
    private static final String JSON = "{\"sessionId\":\"s-1\",\"user\":{\"fullName\":\"Zoë Müller\"}}";

    private final SessionSchemas schemas = SessionSchemas.withAllFields();

    @Test
    void theValueIsTheWholeJsonAsText() {
        SourceRecord record = record(RecordTimestamp.INGESTION, Optional.of("s-1"), Optional.of(END));

        assertThat(record.topic()).isEqualTo("dead");
        assertThat(record.valueSchema()).isEqualTo(Schema.STRING_SCHEMA);
        assertThat(record.value()).isEqualTo(JSON);
        assertThat(record.sourcePartition()).isSameAs(COMPLETED.toMap());
        assertThat(record.sourceOffset()).isSameAs(OFFSET);
        assertThat(record.kafkaPartition()).isNull();
    }

    @Test
    void theKeyIsThatOfTheSession() {
        SourceRecord record = record(RecordTimestamp.INGESTION, Optional.of("s-1"), Optional.of(END));

        assertThat(record.keySchema()).isSameAs(schemas.key());
        assertThat(((Struct) record.key()).getString("sessionId")).isEqualTo("s-1");
    }

    @Test
    void thereIsNoKeyWhereTheIdIsNotKnown() {
        for (Optional<String> none : List.of(Optional.<String>empty(), Optional.of(""))) {
            SourceRecord record = record(RecordTimestamp.INGESTION, none, Optional.of(END));

            assertThat(record.keySchema()).isNull();
            assertThat(record.key()).isNull();
        }
    }

    @Test
    void headersSayWhatIsWrongAndWhereItCameFromAndNothingAboutThePupil() {
        Map<String, Object> headers = new LinkedHashMap<>();
        record(RecordTimestamp.INGESTION, Optional.of("s-1"), Optional.of(END))
                .headers()
                .forEach(header -> headers.put(header.key(), header.value()));

        assertThat(headers)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "smart-ia.error", "user.userId is missing",
                        "smart-ia.field", "user.userId",
                        "smart-ia.stream", "completed",
                        "smart-ia.organisation", "north"));
    }

    @Test
    void theJsonIsWrittenAsThePrivacySettingsSay() {
        UserPrivacy privacy = UserPrivacy.of(Set.of("fullName"), Set.of(), "");

        assertThat(new DeadLetters("dead", schemas, privacy, RecordTimestamp.INGESTION)
                        .record(COMPLETED, OFFSET, malformed(Optional.of("s-1"), Optional.of(END)))
                        .value())
                .isEqualTo("{\"sessionId\":\"s-1\",\"user\":{}}");
    }

    @Test
    void theTimestampOfTheEventIsTheDateThatOrdersTheStreamWhereItCanBeRead() {
        assertThat(record(RecordTimestamp.EVENT, Optional.empty(), Optional.of(END))
                        .timestamp())
                .isEqualTo(END.toEpochMilli());
        assertThat(record(RecordTimestamp.EVENT, Optional.empty(), Optional.empty())
                        .timestamp())
                .isNull();
        assertThat(record(RecordTimestamp.INGESTION, Optional.empty(), Optional.of(END))
                        .timestamp())
                .isNull();
    }

    private SourceRecord record(RecordTimestamp timestamp, Optional<String> id, Optional<Instant> end) {
        return new DeadLetters("dead", schemas, UserPrivacy.none(), timestamp)
                .record(COMPLETED, OFFSET, malformed(id, end));
    }

    private static MalformedSession malformed(Optional<String> id, Optional<Instant> end) {
        return new MalformedSession(id, Optional.of(START), end, "user.userId", "is missing", JSON);
    }
}
