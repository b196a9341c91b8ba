package io.github.smartia.connect.record;

import io.github.smartia.connect.model.User;
import io.github.smartia.connect.record.privacy.JsonPrivacy;
import io.github.smartia.connect.record.privacy.PersonalNames;
import io.github.smartia.connect.record.privacy.Pseudonyms;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.connect.data.Schema;

/**
 * Which fields of {@code user} are excluded from everything that is written, and which are written as pseudonyms. Immutable,
 * safe for use by several threads.
 *
 * <p>If any field is excluded or pseudonymised, undocumented fields are filtered too, and so are documented fields with an
 * unreadable value. Those under {@code user} are dropped. Elsewhere, at any depth, a property with the name of an excluded or
 * pseudonymised field is excluded or pseudonymised as well.
 */
public final class UserPrivacy {

    private static final String USER_ID = "userId";

    private final Set<String> excluded;
    private final Set<String> pseudonymised;
    private final Optional<Pseudonyms> pseudonyms;
    private final Optional<JsonPrivacy> json;

    private UserPrivacy(Set<String> excluded, Set<String> pseudonymised, Optional<Pseudonyms> pseudonyms) {
        this.excluded = Set.copyOf(excluded);
        this.pseudonymised = Set.copyOf(pseudonymised);
        this.pseudonyms = pseudonyms;
        json = excluded.isEmpty() && pseudonymised.isEmpty()
                ? Optional.empty()
                : Optional.of(new JsonPrivacy(
                        new PersonalNames(UserFields.names(field -> true), excluded, pseudonymised), pseudonyms));
    }

    /** Everything is written in clear. */
    public static UserPrivacy none() {
        return new UserPrivacy(Set.of(), Set.of(), Optional.empty());
    }

    /**
     * Some fields are excluded, and some are written as pseudonyms.
     *
     * @param excluded names of {@link #excludable} fields
     * @param pseudonymised names of {@link #pseudonymisable} fields, none of them excluded
     * @param secret the secret of the pseudonyms; ignored if no field is pseudonymised
     */
    public static UserPrivacy of(Set<String> excluded, Set<String> pseudonymised, String secret) {
        Optional<Pseudonyms> pseudonyms =
                pseudonymised.isEmpty() ? Optional.empty() : Optional.of(new Pseudonyms(secret));
        return new UserPrivacy(excluded, pseudonymised, pseudonyms);
    }

    /** The names of the excluded fields. */
    public Set<String> excluded() {
        return excluded;
    }

    /** The names of the fields that are written as pseudonyms. */
    public Set<String> pseudonymised() {
        return pseudonymised;
    }

    /** The fields of {@code user} that may be excluded: all but the required one. */
    public static List<String> excludable() {
        return UserFields.names(field -> !field.name().equals(USER_ID));
    }

    /** The fields of {@code user} that may be pseudonyms: all texts and lists of texts. */
    public static List<String> pseudonymisable() {
        return UserFields.names(field -> isText(field.schema()));
    }

    private static boolean isText(Schema schema) {
        return schema.type() == Schema.Type.STRING
                || (schema.type() == Schema.Type.ARRAY && isText(schema.valueSchema()));
    }

    /** The fields of {@code user} as they are written. */
    List<StructField<User>> applyTo(List<StructField<User>> fields) {
        return fields.stream()
                .filter(field -> !excluded.contains(field.name()))
                .map(field -> pseudonymised.contains(field.name()) ? pseudonymised(field) : field)
                .toList();
    }

    private StructField<User> pseudonymised(StructField<User> field) {
        return field.with(
                "A pseudonym, the same for the same value. It replaces this value: "
                        + field.schema().doc(),
                user -> field.value().apply(user).map(this::pseudonymOf));
    }

    private Object pseudonymOf(Object value) {
        return value instanceof Collection<?> values
                ? values.stream().map(this::pseudonymOf).toList()
                : pseudonyms.orElseThrow().of((String) value);
    }

    /** What may be written of undocumented fields and unreadable values: path to JSON. */
    Map<String, String> applyTo(Map<String, String> additionalFields) {
        return json.map(privacy -> {
                    Map<String, String> allowed = new HashMap<>();
                    additionalFields.forEach((path, value) -> privacy.field(path, value)
                            .filter(safe -> !path.startsWith("user."))
                            .ifPresent(safe -> allowed.put(path, safe)));
                    return allowed;
                })
                .orElse(additionalFields);
    }

    /** What may be written of a malformed session's JSON. */
    String applyTo(String session) {
        return json.map(privacy -> privacy.session(session)).orElse(session);
    }
}
