package io.github.smartia.connect.config;

import static org.apache.kafka.common.config.ConfigDef.Type.LIST;
import static org.apache.kafka.common.config.ConfigDef.Type.PASSWORD;

import io.github.smartia.connect.config.values.DistinctValues;
import io.github.smartia.connect.config.values.TextValidator;
import io.github.smartia.connect.record.UserPrivacy;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Validator;

/** What is written about the pupils. */
final class PrivacySettings {

    static final String EXCLUDE = "user.fields.exclude";
    static final String PSEUDONYMISE = "user.fields.pseudonymise";
    static final String SECRET = "user.pseudonym.secret";

    private static final int LEAST_CHARACTERS = 16;
    private static final Validator VALID_SECRET = TextValidator.of(
            "at least " + LEAST_CHARACTERS + " characters",
            secret -> secret.strip().length() >= LEAST_CHARACTERS,
            "must have at least " + LEAST_CHARACTERS + " characters. A shorter one could be guessed, and with it the "
                    + "pupil behind each pseudonym. Use a random one, for example from openssl rand -base64 32.");

    private PrivacySettings() {}

    static void define(ConfigDef definition) {
        SettingGroup group = new SettingGroup(definition, "Privacy");
        List<String> excludable = UserPrivacy.excludable();
        group.add(LIST, EXCLUDE, "Excluded user fields", "", DistinctValues.among(excludable), Importance.HIGH)
                .choices(Choices.of(excludable))
                .doc("Fields of user that are not written, separated by commas. They are removed from the schema too. "
                        + "userId cannot be excluded. If any field is named here or in " + PSEUDONYMISE + ", fields of "
                        + "user that the API does not document are excluded as well. A change applies only to records "
                        + "that are written from then on. Rejected together with use.latest.version=true of a "
                        + "converter, which would write values to the wrong fields.");
        List<String> texts = UserPrivacy.pseudonymisable();
        group.add(LIST, PSEUDONYMISE, "Pseudonymised user fields", "", DistinctValues.among(texts), Importance.HIGH)
                .dependents(SECRET)
                .choices(Choices.of(texts))
                .doc("Fields of user that are written as pseudonyms, separated by commas. In emails, each address is "
                        + "replaced by its own. A pseudonym is the HMAC-SHA-256 of the value under " + SECRET
                        + ", in base64url. A value has "
                        + "the same pseudonym in all records, tasks and organisations, so records can be joined. "
                        + "Values of fields with few values (gender, first names) can be guessed from how often each "
                        + "pseudonym occurs: exclude those fields instead.");
        group.add(PASSWORD, SECRET, "Pseudonym secret", "", VALID_SECRET, Importance.HIGH)
                .choices(Choices.free().shownWithAnyOf(PSEUDONYMISE, SECRET))
                .doc("Secret from which pseudonyms are computed, at least 16 characters, for example from openssl rand "
                        + "-base64 32. Required if " + PSEUDONYMISE
                        + " names a field, and rejected if not. Anyone with the "
                        + "secret can test which pupil a pseudonym belongs to, so readers of the topics must not have "
                        + "it: use a reference to a config provider. A different secret changes all pseudonyms.");
    }

    static UserPrivacy from(AbstractConfig config) {
        return UserPrivacy.of(
                Set.copyOf(config.getList(EXCLUDE)),
                Set.copyOf(config.getList(PSEUDONYMISE)),
                config.getPassword(SECRET).value());
    }
}
