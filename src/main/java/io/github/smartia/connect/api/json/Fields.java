package io.github.smartia.connect.api.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.ValueRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Walks the fields of an object and of those nested in it, and keeps what nobody asks for. */
final class Fields {

    /** Years of four digits: what every consumer of a date can read. */
    private static final ValueRange YEARS = ValueRange.of(1, 9999);

    private final JsonParser parser;
    private final Map<String, String> additional = new HashMap<>();
    private int seen;

    Fields(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Hands each field of the object that the parser stands on to {@code known}, which reads the value, or answers
     * false for a field it does not know.
     */
    void each(String prefix, Predicate<String> known) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw malformed(prefix.isEmpty() ? "session" : prefix.substring(0, prefix.length() - 1), "is no object");
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            countUpTo(ResponseBounds.FIELDS);
            String name = parser.currentName();
            parser.nextToken();
            if (!known.test(name)) {
                additional.put(prefix + name, Json.text(parser));
            }
        }
    }

    private void countUpTo(int most) {
        if (++seen > most) {
            throw UnexpectedResponseException.over("number of fields of a session");
        }
    }

    /** The fields that nobody knew: dotted path to JSON text. */
    Map<String, String> additional() {
        return additional;
    }

    boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    Optional<String> text(String field) {
        if (isNull()) {
            return Optional.empty();
        }
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw malformed(field, "is no text");
        }
        return Optional.of(parser.getString());
    }

    /** A text that may go into keys, offsets and messages. */
    Optional<String> id(String field) {
        Optional<String> id = text(field);
        id.filter(text -> text.length() > ResponseBounds.ID_LENGTH).ifPresent(text -> {
            throw malformed(field, "is longer than " + ResponseBounds.ID_LENGTH + " characters");
        });
        id.filter(text -> text.chars().anyMatch(Character::isISOControl)).ifPresent(text -> {
            throw malformed(field, "holds control characters");
        });
        return id;
    }

    Optional<Instant> instant(String field) {
        return parsed(field, "is no ISO 8601 date with time and zone", Fields::parseInstant);
    }

    Optional<LocalDate> localDate(String field) {
        return parsed(field, "is no ISO 8601 date", Fields::parseLocalDate);
    }

    Optional<List<String>> texts(String field) {
        if (isNull()) {
            return Optional.empty();
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw malformed(field, "is no array");
        }
        List<String> texts = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            countUpTo(ResponseBounds.FIELDS);
            texts.add(text(field).orElseThrow(() -> malformed(field, "holds a null")));
        }
        return Optional.of(texts);
    }

    static <T> T required(Optional<T> value, String field) {
        return value.filter(present -> !"".equals(present)).orElseThrow(() -> malformed(field, "is missing"));
    }

    static MalformedFieldException malformed(String field, String problem) {
        return new MalformedFieldException(field, problem);
    }

    private <T> Optional<T> parsed(String field, String problem, Function<String, T> parse) {
        try {
            return text(field).map(parse);
        } catch (DateTimeException e) {
            throw malformed(field, problem);
        }
    }

    private static Instant parseInstant(String text) {
        Instant instant = UsualInstant.parse(text).orElseGet(() -> parseUnusualInstant(text));
        YEARS.checkValidValue(instant.atZone(ZoneOffset.UTC).getYear(), ChronoField.YEAR);
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    private static Instant parseUnusualInstant(String text) {
        // Instant's own parser takes "Z" only.
        return text.endsWith("Z")
                ? Instant.parse(text)
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
    }

    private static LocalDate parseLocalDate(String text) {
        LocalDate date = LocalDate.parse(text);
        YEARS.checkValidValue(date.getYear(), ChronoField.YEAR);
        return date;
    }
}
