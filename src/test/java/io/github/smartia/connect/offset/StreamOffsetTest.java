package io.github.smartia.connect.offset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.smartia.connect.model.Position;
import io.github.smartia.connect.model.SessionStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamOffsetTest {

    private static final Instant DATE = Instant.parse("2026-01-06T09:00:00.120Z");

    @Test
    void mapBeginsWithDateAndSession() {
        assertThat(offset(SessionStream.COMPLETED).toMap().keySet()).startsWith("endDate", "sessionId");
        assertThat(offset(SessionStream.IN_PROGRESS).toMap().keySet()).startsWith("startDate", "sessionId");
        assertThat(offset(SessionStream.COMPLETED).toMap())
                .containsEntry("endDate", "2026-01-06T09:00:00.120Z")
                .containsEntry("sessionId", "b7");
    }

    @ParameterizedTest
    @EnumSource
    void storedOffsetIsRead(SessionStream stream) {
        assertThat(StreamOffset.fromMap(stream, offset(stream).toMap())).isEqualTo(offset(stream));
    }

    @Test
    void beginningOfHistoryIsReadFromItsMap() {
        StreamOffset offset = new StreamOffset(
                SessionStream.COMPLETED,
                new Position(DATE, "b7"),
                Optional.of(new StreamOffset.Memory(Optional.empty(), Optional.empty(), "1-0a1b2c3d", "")));

        assertThat(StreamOffset.fromMap(SessionStream.COMPLETED, offset.toMap()))
                .isEqualTo(offset);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-06T09:00:00.120Z",
                "2026-01-06T09:00:00.120999Z",
                "2026-01-06T10:00:00.120+01:00",
            })
    void dateAloneMeansToReadFromThatInstant(String date) {
        StreamOffset offset = StreamOffset.fromMap(SessionStream.COMPLETED, Map.of("endDate", date));

        assertThat(offset).isEqualTo(StreamOffset.from(SessionStream.COMPLETED, DATE));
        assertThat(offset.toMap()).containsExactly(Map.entry("endDate", "2026-01-06T09:00:00.120Z"));
    }

    static Stream<Arguments> otherMapsAreRejected() {
        return Stream.of(
                arguments(Map.of("endDate", "2026-01-06T09:00:00.120Z", "page", "7"), "unknown field page"),
                arguments(Map.of("startDate", "2026-01-06T09:00:00.120Z"), "unknown field startDate"),
                arguments(Map.of("sessionId", "b7"), "endDate is missing"),
                arguments(Map.of(), "endDate is missing"),
                arguments(Map.of("endDate", 1_767_690_000L), "endDate is missing or not a string"));
    }

    @ParameterizedTest
    @MethodSource
    void otherMapsAreRejected(Map<String, ?> map, String reason) {
        assertRejected(map, reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-01-06",
                "2026-01-06T09:00:00",
                "1767690000",
                "",
                "+12026-01-06T09:00:00Z",
                "0000-12-31T23:59:59Z"
            })
    void invalidDateIsRejected(String date) {
        assertRejected(Map.of("endDate", date), "endDate is not an ISO 8601 instant");
    }

    @Test
    void truncatedMemoryIsRejected() {
        for (String field : List.of("sessionId", "hash", "published", "check")) {
            Map<String, String> cut =
                    new LinkedHashMap<>(offset(SessionStream.COMPLETED).toMap());
            cut.remove(field);
            assertRejected(cut, field);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "endDate, 2026-01-05T00:00:00.000Z",
        "sessionId, b8",
        "watermark, 2026-01-06T08:00:00.000Z",
        "tombstonesAfter, 2026-01-06T08:00:00.000Z",
        "hash, 1-00000000"
    })
    void changedFieldIsRejected(String field, String value) {
        assertRejected(with(field, value), "a field was changed");
    }

    @Test
    void fieldsInAnyOrderAreAccepted() {
        StreamOffset offset = offset(SessionStream.COMPLETED);

        assertThat(StreamOffset.fromMap(SessionStream.COMPLETED, new TreeMap<>(offset.toMap())))
                .isEqualTo(offset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "closed", "caughtUp"})
    void offsetOfAnEarlierVersionIsRejected(String field) {
        Map<String, String> earlier = Map.of("endDate", "2026-01-06T09:00:00.120Z", "sessionId", "b7", field, "");

        assertRejected(earlier, "version before 1.0");
        assertRejected(earlier, "reset the offset");
        assertRejected(earlier, "set endDate alone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"§", "AAAA", "gLv9p_JmAAAAAAEAA", "____________"})
    void invalidFingerprintsAreRejected(String published) {
        assertRejected(with("published", published), "published");
    }

    private static Map<String, String> with(String field, String value) {
        Map<String, String> map =
                new LinkedHashMap<>(offset(SessionStream.COMPLETED).toMap());
        map.put(field, value);
        return map;
    }

    private static void assertRejected(Map<String, ?> map, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StreamOffset.fromMap(SessionStream.COMPLETED, map))
                .withMessageContaining(reason);
    }

    private static StreamOffset offset(SessionStream stream) {
        String published = FingerprintCodec.encode(
                List.of(new Fingerprint(5, 6, DATE.toEpochMilli()), new Fingerprint(3, 4, DATE.toEpochMilli() - 70)),
                1_000);
        return new StreamOffset(
                stream,
                new Position(DATE, "b7"),
                Optional.of(new StreamOffset.Memory(
                        Optional.of(DATE.minusSeconds(600)),
                        Optional.of(DATE.minusSeconds(86_400)),
                        "1-0a1b2c3d",
                        published)));
    }
}
