package io.github.smartia.connect.record;

import static io.github.smartia.connect.model.Sessions.aFullSession;
import static io.github.smartia.connect.model.Sessions.aSession;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.Sessions;
import io.github.smartia.connect.record.privacy.Pseudonyms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UserPrivacyTest {

    private static final String SECRET = Records.SECRET;
    private static final Pseudonyms PSEUDONYMS = new Pseudonyms(SECRET);

    static List<String> excludable() {
        return UserPrivacy.excludable();
    }

    @ParameterizedTest
    @MethodSource("excludable")
    void excludedFieldIsNotInTheSchema(String field) {
        Struct user = user(UserPrivacy.of(Set.of(field), Set.of(), ""), aFullSession());
        List<String> others = new ArrayList<>(Records.names(Records.user(Records.SCHEMAS)));
        others.remove(field);

        assertThat(Records.names(user.schema())).isEqualTo(others);
    }

    @Test
    void namedTextsBecomePseudonyms() {
        Struct user = user(UserPrivacy.of(Set.of(), Set.of("userId", "fullName", "emails"), SECRET), aFullSession());

        assertThat(user.get("userId")).isEqualTo(PSEUDONYMS.of("a-user"));
        assertThat(user.get("fullName")).isEqualTo(PSEUDONYMS.of("Zoë Ann Müller"));
        assertThat(user.getArray("emails"))
                .containsExactly(PSEUDONYMS.of("zoe@school.example"), PSEUDONYMS.of("zoe@home.example"));
        assertThat(user.get("username")).isEqualTo("zoe_m");
    }

    @Test
    void whatIsMissingStaysMissing() {
        Struct user = user(UserPrivacy.of(Set.of(), Set.copyOf(UserPrivacy.pseudonymisable()), SECRET), aSession());

        assertThat(Records.present(user)).isEqualTo("userId gender");
        assertThat(user.get("gender")).isEqualTo(PSEUDONYMS.of("unknown"));
    }

    /** As they come from an API that sends unknown fields, and other types than it documents. */
    private static Map<String, String> additionalFields(UserPrivacy privacy) {
        Sessions session = aFullSession()
                .additionalField("cohort", "7")
                .additionalField("user.gender", "\"female\"")
                .additionalField("user.dateOfBirth", "\"01/02/2012\"")
                .additionalField("user.emails", "[\"zoe@home.example\",null]")
                .additionalField("user.upn", "123");
        return value(privacy, session).getMap("additionalFields");
    }

    @Test
    void withNoFieldNamedAllIsShownInClear() {
        assertThat(additionalFields(UserPrivacy.none()))
                .hasSize(6)
                .containsEntry("cohort", "7")
                .containsEntry("user.house", "\"Raven\"")
                .containsEntry("user.emails", "[\"zoe@home.example\",null]");
        assertThat(UserPrivacy.none().applyTo("{ \"as\" : \"it is\" }")).isEqualTo("{ \"as\" : \"it is\" }");
    }

    static Stream<UserPrivacy> anyPrivacy() {
        return Stream.concat(
                UserPrivacy.excludable().stream().map(field -> UserPrivacy.of(Set.of(field), Set.of(), "")),
                UserPrivacy.pseudonymisable().stream().map(field -> UserPrivacy.of(Set.of(), Set.of(field), SECRET)));
    }

    @ParameterizedTest
    @MethodSource("anyPrivacy")
    void withAnyFieldNamedOtherFieldsOfTheUserAreDropped(UserPrivacy privacy) {
        assertThat(additionalFields(privacy)).isEqualTo(Map.of("cohort", "7"));
    }

    @Test
    void unknownFieldsElsewhereAreLookedThrough() {
        UserPrivacy privacy = UserPrivacy.of(Set.of("fullName"), Set.of("userId"), SECRET);

        assertThat(privacy.applyTo(Map.of(
                        "test.author", "{\"full_name\":\"Zoë Müller\",\"userId\":\"u\",\"rank\":1.50}",
                        "result.fullName", "\"Zoë Müller\"",
                        "markedBy.userId", "\"u\"",
                        "User", "{\"nickname\":\"Zed\",\"upn\":\"A1\"}",
                        "test.user", "\"Zoë Müller\"")))
                .isEqualTo(Map.of(
                        "test.author", "{\"userId\":\"" + PSEUDONYMS.of("u") + "\",\"rank\":1.50}",
                        "markedBy.userId", "\"" + PSEUDONYMS.of("u") + "\"",
                        "User", "{\"upn\":\"A1\"}"));
    }

    private static Struct user(UserPrivacy privacy, Sessions session) {
        return value(privacy, session).getStruct("user");
    }

    private static Struct value(UserPrivacy privacy, Sessions session) {
        return Records.completed(SessionSchemas.under(privacy, RecordShape.NESTED), session);
    }
}
