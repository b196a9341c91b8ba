package io.github.smartia.connect.config;

import io.github.smartia.connect.config.values.PseudonymSecret;
import io.github.smartia.connect.config.values.UserFieldNames;
import io.github.smartia.connect.record.UserPrivacy;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.types.Password;

/**
 * What is written of the pupils.
 *
 * @param excluded fields of {@code user} that are left out
 * @param pseudonymised fields of {@code user} that are written as pseudonyms; none of them is left out
 * @param pseudonymSecret what the pseudonyms depend on; empty only where there are none; shows itself as hidden
 */
public record PrivacySettings(Set<String> excluded, Set<String> pseudonymised, Password pseudonymSecret) {

    static final String EXCLUDE = "user.fields.exclude";
    static final String PSEUDONYMISE = "user.fields.pseudonymise";
    static final String SECRET = "user.pseudonym.secret";

    public PrivacySettings {
        excluded = Set.copyOf(excluded);
        pseudonymised = Set.copyOf(pseudonymised);
    }

    static void define(ConfigDef definition) {
        new SettingGroup(definition, "Privacy")
                .add(
                        EXCLUDE,
                        ConfigDef.Type.LIST,
                        "",
                        new UserFieldNames(UserPrivacy.excludable()),
                        Importance.HIGH,
                        Width.LONG,
                        "Excluded user fields",
                        "Fields of user that are not written, separated by commas. They are removed from the "
                                + "schema too. userId cannot be excluded. If any field is named here or in "
                                + PSEUDONYMISE
                                + ", fields of user that the API does not document are excluded as well. Applies to "
                                + "records that are written from then on; records already in the topics stay. Rejected "
                                + "together with use.latest.version=true of a converter, which would write values to "
                                + "the wrong fields.",
                        List.of(),
                        Choices.of(UserPrivacy.excludable()))
                .add(
                        PSEUDONYMISE,
                        ConfigDef.Type.LIST,
                        "",
                        new UserFieldNames(UserPrivacy.pseudonymisable()),
                        Importance.HIGH,
                        Width.LONG,
                        "Pseudonymised user fields",
                        "Fields of user that are written as pseudonyms, separated by commas; of emails, each "
                                + "address. A pseudonym is the HMAC-SHA-256 of the value under " + SECRET
                                + ", in base64url. A value has the same pseudonym in all records, tasks and "
                                + "organisations, so records can be joined. Fields with few values (gender, first "
                                + "names) can be guessed from how often each occurs: exclude those instead.",
                        List.of(SECRET),
                        Choices.of(UserPrivacy.pseudonymisable()))
                .add(
                        SECRET,
                        ConfigDef.Type.PASSWORD,
                        "",
                        new PseudonymSecret(),
                        Importance.HIGH,
                        Width.LONG,
                        "Pseudonym secret",
                        "Secret from which pseudonyms are computed, at least 16 characters, for example from "
                                + "openssl rand -base64 32. Required if " + PSEUDONYMISE
                                + " names a field, rejected if it names none. Anyone with the secret can test which "
                                + "pupil a pseudonym belongs to: keep it from readers of the topics, with a reference "
                                + "to a config provider. A different secret changes all pseudonyms.",
                        List.of(),
                        Choices.free().shownWithAnyOf(PSEUDONYMISE, SECRET));
    }

    static PrivacySettings from(AbstractConfig config) {
        return new PrivacySettings(
                Set.copyOf(config.getList(EXCLUDE)),
                Set.copyOf(config.getList(PSEUDONYMISE)),
                config.getPassword(SECRET));
    }
}
