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

/** Copies JSON of any shape, without what must not be written. Immutable, safe for use by several threads. */
public final class JsonPrivacy {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final PersonalNames names;
    private final Optional<Pseudonyms> pseudonyms;

    /** @param pseudonyms required if {@code names} pseudonymises a field */
    public JsonPrivacy(PersonalNames names, Optional<Pseudonyms> pseudonyms) {
        this.names = names;
        this.pseudonyms = pseudonyms;
    }

    /** What may be written of a session's JSON. */
    public String session(String json) {
        return copy(json, PrivacyAction.KEEP).orElse("{}");
    }

    /** What may be written of a field's JSON, if anything. The {@code path} of a nested field is dotted. */
    public Optional<String> field(String path, String json) {
        return copy(json, names.actionFor(path, PrivacyAction.KEEP));
    }

    private Optional<String> copy(String json, PrivacyAction action) {
        StringWriter text = new StringWriter();
        try (JsonParser from = FACTORY.createParser(ObjectReadContext.empty(), json);
                JsonGenerator to = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            if (from.nextToken() == null || !keeps(from, action)) {
                return Optional.empty();
            }
            copy(from, to, action);
        } catch (JacksonException e) {
            // JSON that can't be parsed can't be checked.
            return Optional.empty();
        }
        return Optional.of(text.toString());
    }

    /** Whether anything of the current value of {@code from} may be written. */
    private boolean keeps(JsonParser from, PrivacyAction action) {
        JsonToken value = from.currentToken();
        return switch (action) {
            case DROP -> false;
            case PSEUDONYMISE -> value == JsonToken.VALUE_STRING || isArrayOrNull(value);
            case USER -> value == JsonToken.START_OBJECT || isArrayOrNull(value);
            case KEEP, KEEP_OF_USER -> value != JsonToken.VALUE_STRING || !names.mayBeHiddenIn(from.getString());
        };
    }

    private static boolean isArrayOrNull(JsonToken value) {
        return value == JsonToken.START_ARRAY || value == JsonToken.VALUE_NULL;
    }

    private void copy(JsonParser from, JsonGenerator to, PrivacyAction action) {
        switch (from.currentToken()) {
            case START_OBJECT -> copyObject(from, to, action);
            case START_ARRAY -> copyArray(from, to, action);
            case VALUE_STRING -> to.writeString(text(from.getString(), action));
            // As text: a number in JSON may exceed every numeric type of Java.
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> to.writeNumber(from.getString());
            default -> to.copyCurrentEventExact(from);
        }
    }

    private String text(String value, PrivacyAction action) {
        return action == PrivacyAction.PSEUDONYMISE ? pseudonyms.orElseThrow().of(value) : value;
    }

    private void copyObject(JsonParser from, JsonGenerator to, PrivacyAction action) {
        to.writeStartObject();
        while (from.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = from.currentName();
            from.nextToken();
            PrivacyAction ofValue = names.actionFor(name, action);
            if (keeps(from, ofValue)) {
                to.writeName(name);
                copy(from, to, ofValue);
            } else {
                from.skipChildren();
            }
        }
        to.writeEndObject();
    }

    private void copyArray(JsonParser from, JsonGenerator to, PrivacyAction action) {
        to.writeStartArray();
        while (from.nextToken() != JsonToken.END_ARRAY) {
            if (keeps(from, action)) {
                copy(from, to, action);
            } else {
                from.skipChildren();
            }
        }
        to.writeEndArray();
    }
}
