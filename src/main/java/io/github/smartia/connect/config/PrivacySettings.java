package io.github.smartia.connect.config;

import static org.apache.kafka.common.config.ConfigDef.Type.LIST;
import static org.apache.kafka.common.config.ConfigDef.Type.PASSWORD;

import io.github.smartia.connect.config.values.PseudonymSecret;
import io.github.smartia.connect.config.values.UserFieldNames;
import io.github.smartia.connect.record.UserPrivacy;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** What is written of the pupils. */
final class PrivacySettings {

    static final String EXCLUDE = "user.fields.exclude";
    static final String PSEUDONYMISE = "user.fields.pseudonymise";
    static final String SECRET = "user.pseudonym.secret";

    private PrivacySettings() {}

    static void define(ConfigDef definition) {
        SettingGroup group = new SettingGroup(definition, "Privacy");
        List<String> excludable = UserPrivacy.excludable();
        group.add(LIST, EXCLUDE, "Excluded user fields", "", new UserFieldNames(excludable), Importance.HIGH)
                .choices(Choices.of(excludable))
                .doc("Fields of user that are written nowhere, separated by commas; they leave the schema too. userId "
                        + "can't be left out. With any field named here or in " + PSEUDONYMISE
                        + ", fields of user that the API does not document are left out as well. Holds for what is "
                        + "written from then on: what is in the topics already stays there. Refused together with "
                        + "use.latest.version=true of a converter, which would put values into the wrong fields.");
        List<String> texts = UserPrivacy.pseudonymisable();
        group.add(LIST, PSEUDONYMISE, "Pseudonymised user fields", "", new UserFieldNames(texts), Importance.HIGH)
                .dependents(SECRET)
                .choices(Choices.of(texts))
                .doc("Fields of user that are written as pseudonyms, separated by commas; of emails, each address. A "
                        + "pseudonym is the HMAC-SHA-256 of the value under " + SECRET + ", in base64url: the same for "
                        + "the same value in all records, tasks and organisations, so that they can be joined. Fields "
                        + "with few values (gender, first names) can be guessed by how often each occurs: leave those "
                        + "out instead.");
        group.add(PASSWORD, SECRET, "Pseudonym secret", "", new PseudonymSecret(), Importance.HIGH)
                .choices(Choices.free().shownWithAnyOf(PSEUDONYMISE, SECRET))
                .doc("What the pseudonyms depend on, at least 16 characters, such as openssl rand -base64 32 makes. "
                        + "Required where " + PSEUDONYMISE + " names a field, refused where it names none. Whoever has "
                        + "it can find out by trying whom a pseudonym stands for: keep it from readers of the topics, "
                        + "by a reference to a config provider. With another secret all pseudonyms are others.");
    }

    static UserPrivacy from(AbstractConfig config) {
        return UserPrivacy.of(
                Set.copyOf(config.getList(EXCLUDE)),
                Set.copyOf(config.getList(PSEUDONYMISE)),
                config.getPassword(SECRET).value());
    }
}
