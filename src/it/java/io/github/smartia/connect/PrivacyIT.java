package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import io.github.smartia.connect.stack.TopicRecord;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Privacy settings that change while the connector runs. That nothing leaks is SecretsIT's. */
@ExtendWith(StackExtension.class)
class PrivacyIT {

    private static final String NAMES = "fullName,firstName,middleName,lastName";
    private static final String ALL_BUT_ID = NAMES + ",username,gender,upn,externalId,emails,dateOfBirth";

    private final SimulatedApi api = SimulatedApi.start(SimulatedApi.options().key(Secrets.KEY));
    private int sessions;

    @AfterEach
    void stopApi() {
        api.close();
    }

    @Test
    void settingsMayChangeUnderFullCompatibility(Stack stack) {
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
                .with("user.pseudonym.secret", pseudonymised.isEmpty() ? "" : "a secret of the right length")
                .create();
        connector.resume();
    }

    /** One more session, and what was published before not again. */
    private void assertPublishes(RunningConnector connector, String fields) {
        api.sessions()
                .add(SessionBuilder.completed()
                        .endedAt(SchoolSessions.MORNING.plusSeconds(++sessions))
                        .user(Secrets.pupil())
                        .build());
        connector.completed().awaitCount(sessions);
        connector.awaitMoreRequests();
        List<TopicRecord> records = connector.completed().awaitEnd();
        assertThat(records).hasSize(sessions);
        GenericRecord user =
                (GenericRecord) records.get(sessions - 1).valueRecord().get("user");
        List<String> expected = new ArrayList<>(List.of("userId"));
        expected.addAll(fields.isEmpty() ? List.of() : List.of(fields.split(",")));
        assertThat(user.getSchema().getFields())
                .extracting(Schema.Field::name)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static Schema somethingElse() {
        return SchemaBuilder.record("CompletedSession")
                .namespace("io.github.smartia.connect")
                .fields()
                .requiredString("somethingElse")
                .endRecord();
    }
}
