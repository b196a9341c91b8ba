package io.github.smartia.connect.record;

import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.offset.SourcePartition;
import io.github.smartia.connect.record.privacy.Pseudonyms;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.header.Headers;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Converts malformed sessions to records of the dead-letter topic: a struct with the error and the JSON. Headers repeat the
 * error. Headers and key contain no personal data. Immutable, safe for use by several threads.
 *
 * <p>The key is that of the session. If its id is not known, {@code content-} and a pseudonym of the JSON replace the id, so
 * that the key is never null and the same content has the same key. The pseudonym is an HMAC-SHA-256 under the API key of
 * the organisation. Without that key, nobody who reads the topic can confirm a guess at the JSON, which the privacy settings
 * may exclude from the value.
 */
public final class DeadLetters {

    /** What is wrong, such as {@code user.userId is missing}. */
    static final String ERROR = "smart-ia.error";
    /** The dotted path of the field that is wrong. */
    static final String FIELD = "smart-ia.field";
    /** The stream that the session was read from. */
    static final String STREAM = "smart-ia.stream";
    /** The organisation that the session was read from. */
    static final String ORGANISATION = "smart-ia.organisation";

    private static final String CONTENT = "content-";

    private final String topic;
    private final SessionSchemas schemas;
    private final UserPrivacy privacy;
    private final RecordTimestamp timestamp;
    private final Map<String, Pseudonyms> contentIds;
    private final long maxJsonBytes;

    /**
     * @param privacy what may be written of the JSON
     * @param timestamp the timestamp of each record; a session without a date gets the time of ingestion
     * @param apiKeys the API key of each organisation, by name
     * @param maxJsonBytes how many bytes the JSON may take in a record, with any converter
     */
    public DeadLetters(
            String topic,
            SessionSchemas schemas,
            UserPrivacy privacy,
            RecordTimestamp timestamp,
            Map<String, String> apiKeys,
            long maxJsonBytes) {
        this.topic = topic;
        this.schemas = schemas;
        this.privacy = privacy;
        this.timestamp = timestamp;
        this.contentIds = apiKeys.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> new Pseudonyms(entry.getValue())));
        this.maxJsonBytes = maxJsonBytes;
    }

    /**
     * The record of a malformed session.
     *
     * @param partition the stream and the organisation that it was read from
     * @param offset where reading continues once this record is committed; not copied
     */
    SourceRecord record(SourcePartition partition, Map<String, ?> offset, MalformedSession malformed) {
        DeadLetter letter = letter(partition, malformed);
        return new PrivateSourceRecord(
                partition,
                offset,
                topic,
                schemas.key(id(letter, malformed)),
                Optional.of(schemas.deadLetter(letter)),
                date(partition.stream(), malformed),
                headers(letter));
    }

    private DeadLetter letter(SourcePartition partition, MalformedSession malformed) {
        FittingText json = FittingText.of(privacy.applyTo(malformed.json()), maxJsonBytes);
        String error = malformed.field() + " " + malformed.problem()
                + json.cut().map(cut -> "; json is " + cut).orElse("");
        return new DeadLetter(
                partition.stream().streamName(), partition.organisation(), error, malformed.field(), json.text());
    }

    private String id(DeadLetter letter, MalformedSession malformed) {
        return malformed
                .sessionId()
                .filter(id -> !id.isEmpty())
                .orElseGet(() -> CONTENT + contentIds.get(letter.organisation()).of(malformed.json()));
    }

    private static Headers headers(DeadLetter letter) {
        return new ConnectHeaders()
                .addString(ERROR, letter.error())
                .addString(FIELD, letter.field())
                .addString(STREAM, letter.stream())
                .addString(ORGANISATION, letter.organisation());
    }

    private Optional<Instant> date(SessionStream stream, MalformedSession malformed) {
        return malformed.date(stream.dateField()).flatMap(timestamp::of);
    }
}
