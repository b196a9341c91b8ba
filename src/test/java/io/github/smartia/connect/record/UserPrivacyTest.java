package io.github.smartia.connect.record;

import static io.github.smartia.connect.model.Sessions.aFullSession;
import static io.github.smartia.connect.model.Sessions.aSession;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.record.privacy.Pseudonyms;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UserPrivacyTest {

    private static final String SECRET = "a secret of the right length";
    private static final Pseudonyms PSEUDONYMS = new Pseudonyms(SECRET);

    @Test
    void anyFieldButTheIdMayBeLeftOutAndAnyTextMayBeAPseudonym() {
        assertThat(UserPrivacy.excludable())
                .containsExactly(
                        "username",
                        "fullName",
                        "firstName",
                        "middleName",
                        "lastName",
                        "gender",
                        "upn",
                        "externalId",
                        "emails",
                        "dateOfBirth");
        assertThat(UserPrivacy.pseudonymisable())
                .containsExactly(
                        "userId",
                        "username",
                        "fullName",
                        "firstName",
                        "middleName",
                        "lastName",
                        "gender",
                        "upn",
                        "externalId",
                        "emails");
    }

    static List<String> excludable() {
        return UserPrivacy.excludable();
    }

    @ParameterizedTest
    @MethodSource("excludable")
    void aFieldThatIsLeftOutIsNotInTheSchema(String field) {
        Struct user =
                user(UserPrivacy.of(Set.of(field), Set.of(), ""), aFullSession().build());
        Set<String> others = new HashSet<>(UserPrivacy.excludable());
        others.add("userId");
        others.remove(field);

        assertThat(user.schema().fields()).extracting(Field::name).containsExactlyInAnyOrderElementsOf(others);
        user.validate();
    }

    @Test
    void textsBecomePseudonymsAndTheRestStaysAsItIs() {
        Struct user = user(
                UserPrivacy.of(Set.of(), Set.of("userId", "fullName", "emails"), SECRET),
                aFullSession().build());

        user.validate();
        assertThat(user.get("userId")).isEqualTo(PSEUDONYMS.of("a-user"));
        assertThat(user.get("fullName")).isEqualTo(PSEUDONYMS.of("Zoë Ann Müller"));
        assertThat(user.getArray("emails"))
                .containsExactly(PSEUDONYMS.of("zoe@school.example"), PSEUDONYMS.of("zoe@home.example"));
        assertThat(user.get("username")).isEqualTo("zoe_m");
    }

    @Test
    void whatIsMissingStaysMissing() {
        Struct user = user(
                UserPrivacy.of(Set.of(), Set.copyOf(UserPrivacy.pseudonymisable()), SECRET),
                aSession().completedAt("2026-01-06T09:30:00.000Z").build());

        assertThat(UserPrivacy.pseudonymisable())
                .filteredOn(field -> user.get(field) != null)
                .containsExactly("userId", "gender");
        assertThat(user.get("gender")).isEqualTo(PSEUDONYMS.of("unknown"));
    }

    @Test
    void aPseudonymHasADocTextThatSaysSo() {
        SessionSchemas schemas =
                SessionSchemas.under(UserPrivacy.of(Set.of(), Set.of("upn"), SECRET), RecordShape.NESTED);

        assertThat(schemas.value(SessionStream.COMPLETED)
                        .field("user")
                        .schema()
                        .field("upn")
                        .schema()
                        .doc())
                .contains("pseudonym", "Unique Pupil Number");
    }

    @Test
    void withAnyFieldNamedUnknownFieldsOfTheUserAreDropped() {
        Session session = aFullSession().additionalField("cohort", "7").build();

        assertThat(value(UserPrivacy.of(Set.of("gender"), Set.of(), ""), session)
                        .getMap("additionalFields"))
                .isEqualTo(Map.of("cohort", "7"));
        assertThat(value(UserPrivacy.none(), session).getMap("additionalFields"))
                .isEqualTo(Map.of("cohort", "7", "user.house", "\"Raven\""));
    }

    /** As they come from an API that sends other types than it documents. */
    private static Session withUnreadableFields() {
        return aFullSession()
                .additionalField("user.gender", "\"female\"")
                .additionalField("user.dateOfBirth", "\"01/02/2012\"")
                .additionalField("user.emails", "[\"zoe@home.example\",null]")
                .additionalField("user.upn", "123")
                .build();
    }

    @Test
    void unreadableFieldsAreShownInClear() {
        assertThat(value(UserPrivacy.none(), withUnreadableFields()).<String, String>getMap("additionalFields"))
                .containsEntry("user.gender", "\"female\"")
                .containsEntry("user.dateOfBirth", "\"01/02/2012\"")
                .containsEntry("user.emails", "[\"zoe@home.example\",null]")
                .containsEntry("user.upn", "123");
    }

    @ParameterizedTest
    @MethodSource("excludable")
    void unreadableFieldsAreDroppedWhereAnyIsExcluded(String field) {
        UserPrivacy privacy = UserPrivacy.of(Set.of(field), Set.of(), "");

        assertThat(value(privacy, withUnreadableFields()).get("additionalFields"))
                .isNull();
    }

    static List<String> pseudonymisable() {
        return UserPrivacy.pseudonymisable();
    }

    @ParameterizedTest
    @MethodSource("pseudonymisable")
    void unreadableFieldsAreDroppedWhereAnyIsAPseudonym(String field) {
        UserPrivacy privacy = UserPrivacy.of(Set.of(), Set.of(field), SECRET);

        assertThat(value(privacy, withUnreadableFields()).get("additionalFields"))
                .isNull();
    }

    @Test
    void withoutAnyUnknownFieldLeftThereIsNoMap() {
        assertThat(value(
                                UserPrivacy.of(Set.of("gender"), Set.of(), ""),
                                aFullSession().build())
                        .get("additionalFields"))
                .isNull();
    }

    @Test
    void unknownFieldsElsewhereAreLookedThrough() {
        UserPrivacy privacy = UserPrivacy.of(Set.of("fullName"), Set.of("userId"), SECRET);

        assertThat(privacy.applyTo(Map.of(
                        "test.author",
                        "{\"full_name\":\"Zoë Müller\",\"userId\":\"u\",\"rank\":1.50}",
                        "result.fullName",
                        "\"Zoë Müller\"",
                        "markedBy.userId",
                        "\"u\"",
                        "User",
                        "{\"nickname\":\"Zed\",\"upn\":\"A1\"}",
                        "test.user",
                        "\"Zoë Müller\"")))
                .isEqualTo(Map.of(
                        "test.author",
                        "{\"userId\":\"" + PSEUDONYMS.of("u") + "\",\"rank\":1.50}",
                        "markedBy.userId",
                        "\"" + PSEUDONYMS.of("u") + "\"",
                        "User",
                        "{\"upn\":\"A1\"}"));
    }

    @Test
    void whereNothingIsNamedNothingIsTouched() {
        Map<String, String> fields = Map.of("user.house", "\"Raven\"");

        assertThat(UserPrivacy.none().applyTo(fields)).isSameAs(fields);
        assertThat(UserPrivacy.none().applyTo("{ \"as\" : \"it is\" }")).isEqualTo("{ \"as\" : \"it is\" }");
    }

    private static Struct user(UserPrivacy privacy, Session session) {
        return value(privacy, session).getStruct("user");
    }

    private static Struct value(UserPrivacy privacy, Session session) {
        return SessionSchemas.under(privacy, RecordShape.NESTED).value(SessionStream.COMPLETED, "default", session);
    }
}
