package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedSession;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import io.github.smartia.connect.stack.TopicReader;
import io.github.smartia.connect.stack.TopicRecord;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({StackExtension.class, LogsKeepSecrets.class})
class PrivacyIT {

    /** Looked for in the logs, with the key in it. */
    private static final String SECRET = "pseudonyms under " + Secrets.KEY;

    private static final String NAMES = "fullName,firstName,middleName,lastName";
    private static final String ALL_BUT_ID = NAMES + ",username,gender,upn,externalId,emails,dateOfBirth";

    private SimulatedApi api;
    private int sessions;

    @BeforeEach
    void startApi() {
        api = SimulatedApi.start(SimulatedApi.options().key(Secrets.KEY));
    }

    @AfterEach
    void stopApi() {
        api.close();
    }

    @Test
    void whatIsLeftOutOrAPseudonymIsWrittenNowhere(Stack stack) {
        api.sessions()
                .add(ofThePupil()
                        .with("test.marker", "{\"userId\":\"" + Secrets.userId() + "\"}")
                        .build());
        api.sessions().add(SessionBuilder.inProgress().user(Secrets.pupil()).build());
        api.sessions()
                .add(ofThePupil()
                        .with("user.dateOfBirth", "\"Plantina's birthday\"")
                        .build());
        api.sessions().add(ofThePupil().with("user", "\"Plantina Seedling\"").build());
        try (RunningConnector connector = new RunningConnector(stack, "private", api)
                        .with("dead.letter.topic", "private-dead")
                        .with("user.fields.exclude", ALL_BUT_ID)
                        .with("user.fields.pseudonymise", "userId")
                        .with("user.pseudonym.secret", SECRET)
                        .start();
                TopicReader deadLetters = stack.reader("private-dead")) {
            List<TopicRecord> records = new ArrayList<>(connector.completed().awaitCount(2));
            records.addAll(connector.inProgress().awaitSessions(1));

            assertThat(records)
                    .extracting(record -> record.valueRecord().get("user"))
                    .allSatisfy(user -> {
                        assertThat(((GenericRecord) user).getSchema().getFields())
                                .extracting(Schema.Field::name)
                                .containsExactly("userId");
                        assertThat(((GenericRecord) user).get("userId"))
                                .hasToString(pseudonym(Secrets.userId().toString()));
                    });
            records.addAll(deadLetters.awaitCount(1));
            assertThat(Secrets.shownIn(records.toString())).isEmpty();
            assertThat(Secrets.shownIn(connector.offsets().toString())).isEmpty();
        }
    }

    /** It wants a timestamp, which these records get from the producer only. */
    @Test
    void aTransformThatFailsNamesTheRecordAndShowsNoPupil(Stack stack) {
        SimulatedSession session = ofThePupil().build();
        api.sessions().add(session);
        try (RunningConnector connector = new RunningConnector(stack, "routed", api)
                .with("transforms", "route")
                .with("transforms.route.type", "org.apache.kafka.connect.transforms.TimestampRouter")
                .with("errors.log.enable", "true")
                .with("errors.log.include.messages", "true")) {
            connector.create();

            String failure = connector.awaitFailure();

            assertThat(failure)
                    .contains("Timestamp missing on record", session.sessionId().toString());
            assertThat(Secrets.shownIn(failure)).isEmpty();
        }
    }

    @Test
    void settingsMayChangeAsTheyLikeUnderFullCompatibility(Stack stack) {
        try (RunningConnector connector = new RunningConnector(stack, "compatible", api).start()) {
            assertPublishes(connector, ALL_BUT_ID);
            String subject = "compatible-completed-value";
            stack.registry().requireFullCompatibility(subject);
            assertThat(stack.registry().accepts(subject, somethingElse())).isFalse();

            change(connector, NAMES, "");
            assertPublishes(connector, "username,gender,upn,externalId,emails,dateOfBirth");
            change(connector, "", "userId,emails," + NAMES);
            assertPublishes(connector, ALL_BUT_ID);
            change(connector, ALL_BUT_ID, "userId");
            assertPublishes(connector, "");
            change(connector, "", "");
            assertPublishes(connector, ALL_BUT_ID);
        }
    }

    private static void change(RunningConnector connector, String excluded, String pseudonymised) {
        connector.stop();
        connector
                .with("user.fields.exclude", excluded)
                .with("user.fields.pseudonymise", pseudonymised)
                .with("user.pseudonym.secret", pseudonymised.isEmpty() ? "" : SECRET)
                .create();
        connector.resume();
    }

    /** One more session, and what was published before not again. */
    private void assertPublishes(RunningConnector connector, String fields) {
        api.sessions().add(ofThePupil().build());
        connector.completed().awaitCount(sessions);
        connector.awaitMoreRequests();

        assertThat(connector.completed().awaitEnd()).hasSize(sessions).last().satisfies(record -> {
            GenericRecord user = (GenericRecord) record.valueRecord().get("user");
            List<String> expected = new ArrayList<>(List.of("userId"));
            if (!fields.isEmpty()) {
                expected.addAll(List.of(fields.split(",")));
            }
            assertThat(user.getSchema().getFields())
                    .extracting(Schema.Field::name)
                    .containsExactlyInAnyOrderElementsOf(expected);
        });
    }

    private SessionBuilder ofThePupil() {
        return SessionBuilder.completed()
                .endedAt(SchoolSessions.MORNING.plusSeconds(++sessions))
                .user(Secrets.pupil());
    }

    private static Schema somethingElse() {
        return SchemaBuilder.record("CompletedSession")
                .namespace("io.github.smartia.connect")
                .fields()
                .requiredString("somethingElse")
                .endRecord();
    }

    /** As a reader would make it who has the secret. */
    private static String pseudonym(String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] hash = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
