package io.github.smartia.connect.record;

import static io.github.smartia.connect.model.Sessions.aSession;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.Result;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.model.User;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sessions that the API's documentation shows, as an Avro reader sees them. */
class PublishedExamplesTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void theCompletedExampleIsPublishedInFull() {
        Session session = aSession()
                .id("d93ba3c3-2482-4b0d-8b99-42a20e68e11e")
                .startedAt("2023-07-10T14:00:00.000Z")
                .completedAt("2023-07-10T15:30:00.000Z")
                .user(johnDoe("2716be03-cec0-4027-a373-46b53fb6a08d", Optional.of("External_ID_123"), Optional.empty()))
                .test(english())
                .result(new Result(
                        Optional.of(Instant.parse("2023-07-10T15:30:00.000Z")),
                        Optional.of("L1 - Lower"),
                        Optional.of("PT1H30M")))
                .build();

        assertThat(published(SessionStream.COMPLETED, session)).isEqualTo(JSON.readTree("""
                {
                  "sessionId": "d93ba3c3-2482-4b0d-8b99-42a20e68e11e",
                  "organisation": "default",
                  "status": "COMPLETED",
                  "startDate": 1688997600000,
                  "endDate": 1689003000000,
                  "user": {
                    "userId": "2716be03-cec0-4027-a373-46b53fb6a08d",
                    "username": "john_doe",
                    "fullName": "John Doe",
                    "firstName": "John",
                    "middleName": null,
                    "lastName": "Doe",
                    "gender": "male",
                    "upn": null,
                    "externalId": "External_ID_123",
                    "emails": ["john.doe@email.com"],
                    "dateOfBirth": null
                  },
                  "test": {
                    "testId": "c5a77fda-7174-446f-a4f5-0f47ccbf15ce",
                    "testVersionId": "38444333-7450-49d5-922d-eb16a8f30589",
                    "name": "English Smart Initial Assessment",
                    "subject": "English"
                  },
                  "result": {
                    "createdDate": 1689003000000,
                    "level": "L1 - Lower",
                    "duration": "PT1H30M",
                    "durationSeconds": 5400
                  },
                  "additionalFields": null
                }
                """));
    }

    @Test
    void theExampleInProgressIsPublishedInFull() {
        LocalDate dateOfBirth = LocalDate.parse("2010-07-01");
        Session session = aSession()
                .id("d93ba3c3-2482-4b0d-8b99-42a20e68e11e")
                .startedAt("2023-07-10T14:00:00.000Z")
                .user(johnDoe("68f06c66-702a-4c26-b8c5-b6dc4f81f25d", Optional.empty(), Optional.of(dateOfBirth)))
                .test(english())
                .build();

        assertThat(published(SessionStream.IN_PROGRESS, session)).isEqualTo(JSON.readTree("""
                {
                  "sessionId": "d93ba3c3-2482-4b0d-8b99-42a20e68e11e",
                  "organisation": "default",
                  "status": "IN_PROGRESS",
                  "startDate": 1688997600000,
                  "user": {
                    "userId": "68f06c66-702a-4c26-b8c5-b6dc4f81f25d",
                    "username": "john_doe",
                    "fullName": "John Doe",
                    "firstName": "John",
                    "middleName": null,
                    "lastName": "Doe",
                    "gender": "male",
                    "upn": null,
                    "externalId": null,
                    "emails": ["john.doe@email.com"],
                    "dateOfBirth": 14791
                  },
                  "test": {
                    "testId": "c5a77fda-7174-446f-a4f5-0f47ccbf15ce",
                    "testVersionId": "38444333-7450-49d5-922d-eb16a8f30589",
                    "name": "English Smart Initial Assessment",
                    "subject": "English"
                  },
                  "additionalFields": null
                }
                """));
    }

    private static JsonNode published(SessionStream stream, Session session) {
        Struct value = SessionSchemas.withAllFields().value(stream, "default", session);
        return JSON.readTree(AvroForm.record(value).toString());
    }

    private static User johnDoe(String userId, Optional<String> externalId, Optional<LocalDate> dateOfBirth) {
        return new User(
                userId,
                Optional.of("john_doe"),
                Optional.of("John Doe"),
                Optional.of("John"),
                Optional.empty(),
                Optional.of("Doe"),
                "male",
                Optional.empty(),
                externalId,
                Optional.of(List.of("john.doe@email.com")),
                dateOfBirth);
    }

    private static io.github.smartia.connect.model.Test english() {
        return new io.github.smartia.connect.model.Test(
                "c5a77fda-7174-446f-a4f5-0f47ccbf15ce",
                Optional.of("38444333-7450-49d5-922d-eb16a8f30589"),
                Optional.of("English Smart Initial Assessment"),
                Optional.of("English"));
    }
}
