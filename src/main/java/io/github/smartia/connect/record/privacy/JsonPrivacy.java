package io.github.smartia.connect.record.privacy;

import java.io.StringWriter;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Copies JSON of any shape without what must not be written. Immutable, safe for use by several threads. */
public final class JsonPrivacy {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final PersonalNames names;
    private final Optional<Pseudonyms> pseudonyms;

    /** @param pseudonyms to be there where {@code names} asks for them */
    public JsonPrivacy(PersonalNames names, Optional<Pseudonyms> pseudonyms) {
        this.names = names;
        this.pseudonyms = pseudonyms;
    }

    /** What may be written of a session's JSON. */
    public String session(String json) {
        return copy(json, PrivacyAction.KEEP).orElse("{}");
    }

    /** What may be written of a field's JSON, if anything; {@code path} is dotted where the field is nested. */
    public Optional<String> field(String path, String json) {
        return copy(json, names.treatmentOf(path, PrivacyAction.KEEP));
    }

    private Optional<String> copy(String json, PrivacyAction treatment) {
        StringWriter text = new StringWriter();
        try (JsonParser from = FACTORY.createParser(ObjectReadContext.empty(), json);
                JsonGenerator to = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            if (from.nextToken() == null || !keeps(from, treatment)) {
                return Optional.empty();
            }
            copy(from, to, treatment);
        } catch (JacksonException e) {
            // What can't be read can't be judged.
            return Optional.empty();
        }
        return Optional.of(text.toString());
    }

    /** Whether anything is left of the value that {@code from} stands on. */
    private boolean keeps(JsonParser from, PrivacyAction treatment) {
        JsonToken value = from.currentToken();
        return switch (treatment) {
            case DROP -> false;
            case PSEUDONYMISE -> value == JsonToken.VALUE_STRING || isArrayOrNull(value);
            case USER -> value == JsonToken.START_OBJECT || isArrayOrNull(value);
            case KEEP, KEEP_OF_USER -> value != JsonToken.VALUE_STRING || !names.mayBeHiddenIn(from.getString());
        };
    }

    private static boolean isArrayOrNull(JsonToken value) {
        return value == JsonToken.START_ARRAY || value == JsonToken.VALUE_NULL;
    }

    private void copy(JsonParser from, JsonGenerator to, PrivacyAction treatment) {
        switch (from.currentToken()) {
            case START_OBJECT -> copyObject(from, to, treatment);
            case START_ARRAY -> copyArray(from, to, treatment);
            case VALUE_STRING -> to.writeString(text(from.getString(), treatment));
            // As text: not everything that JSON takes for a number is one for Java.
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> to.writeNumber(from.getString());
            default -> to.copyCurrentEventExact(from);
        }
    }

    private String text(String value, PrivacyAction treatment) {
        return treatment == PrivacyAction.PSEUDONYMISE
                ? pseudonyms.orElseThrow().of(value)
                : value;
    }

    private void copyObject(JsonParser from, JsonGenerator to, PrivacyAction treatment) {
        to.writeStartObject();
        while (from.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = from.currentName();
            from.nextToken();
            PrivacyAction ofValue = names.treatmentOf(name, treatment);
            if (keeps(from, ofValue)) {
                to.writeName(name);
                copy(from, to, ofValue);
            } else {
                from.skipChildren();
            }
        }
        to.writeEndObject();
    }

    private void copyArray(JsonParser from, JsonGenerator to, PrivacyAction treatment) {
        to.writeStartArray();
        while (from.nextToken() != JsonToken.END_ARRAY) {
            if (keeps(from, treatment)) {
                copy(from, to, treatment);
            } else {
                from.skipChildren();
            }
        }
        to.writeEndArray();
    }
}
