package io.github.smartia.connect.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionBuilderTest {

    private static final Instant START = Instant.parse("2023-07-10T14:00:00Z");
    private static final Instant END = Instant.parse("2023-07-10T15:30:00Z");
    private static final UUID ID = UUID.fromString("d93ba3c3-2482-4b0d-8b99-42a20e68e11e");
    private static final UUID USER = UUID.fromString("2716be03-cec0-4027-a373-46b53fb6a08d");

    private static SessionBuilder published() {
        return SessionBuilder.completed()
                .id(ID)
                .startedAt(START)
                .endedAt(END)
                .user(Pupil.named(USER, "Jo", "Doe"))
                .result(Outcome.of(END, "L1 - Lower", Duration.ofMinutes(90)));
    }

    private static void assertJson(SessionBuilder session, String expected) {
        assertThat(Json.read(session.build().json())).isEqualTo(Json.read(expected.replace('\'', '"')));
    }

    @Test
    void writesASessionLikeThePublishedOnes() {
        assertJson(published(), """
                {'sessionId':'d93ba3c3-2482-4b0d-8b99-42a20e68e11e',
                 'startDate':'2023-07-10T14:00:00.000Z','endDate':'2023-07-10T15:30:00.000Z','status':'COMPLETED',
                 'user':{'userId':'2716be03-cec0-4027-a373-46b53fb6a08d','username':'jo_doe','fullName':'Jo Doe',
                  'firstName':'Jo','lastName':'Doe','gender':'unknown'},
                 'test':{'testId':'a55e55ed-0000-4000-8000-000000000001',
                  'testVersionId':'a55e55ed-0001-4000-8000-000000000001',
                  'name':'English Smart Initial Assessment','subject':'English'},
                 'result':{'createdDate':'2023-07-10T15:30:00.000Z','level':'L1 - Lower','duration':'PT1H30M'}}""");
    }

    @Test
    void fieldsCanBeReplacedAddedAndLeftOut() {
        SessionBuilder session = published()
                .without("test")
                .without("user.gender")
                .without("result")
                .with("user.upn", "null")
                .with("user.emails", "[\"jo@school.example\"]")
                .with("status", "\"PAUSED\"")
                .with("score.reading", "{\"points\":7}");
        assertJson(session, """
                {'sessionId':'d93ba3c3-2482-4b0d-8b99-42a20e68e11e',
                 'startDate':'2023-07-10T14:00:00.000Z','endDate':'2023-07-10T15:30:00.000Z','status':'PAUSED',
                 'user':{'userId':'2716be03-cec0-4027-a373-46b53fb6a08d','username':'jo_doe','fullName':'Jo Doe',
                  'firstName':'Jo','lastName':'Doe','upn':null,'emails':['jo@school.example']},
                 'score':{'reading':{'points':7}}}""");
    }

    @Test
    void aSessionInProgressHasNeitherEndNorResult() {
        assertThat(SessionBuilder.inProgress().build().json())
                .contains("\"status\":\"IN_PROGRESS\"")
                .doesNotContain("endDate", "result");
    }

    @Test
    void eachSessionHasAnIdOfItsOwn() {
        assertThat(SessionBuilder.completed().build().sessionId())
                .isNotEqualTo(SessionBuilder.completed().build().sessionId());
    }

    @Test
    void aCopyIsTheSame() {
        SimulatedSession session = published().with("house", "\"Red\"").build();

        assertThat(SessionBuilder.from(session).build().json()).isEqualTo(session.json());
    }

    @Test
    void neitherSessionNorPupilPrintsAName() {
        SimulatedSession session = published().build();

        assertThat(session.toString() + session.user()).doesNotContainIgnoringCase("doe");
    }
}
