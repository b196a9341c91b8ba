package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a worker responds to whoever asks it to check settings. The rules themselves are those of unit tests. */
@ExtendWith(StackExtension.class)
class ValidationIT {

    @AutoClose
    private final SimulatedApi api = SimulatedApi.start(SimulatedApi.options().key(SchoolSessions.KEY));

    private Map<String, String> config;

    @BeforeEach
    void startApi() {
        config = RunningConnector.config("validated", api);
        config.put("connector.class", "SmartIaSourceConnector");
    }

    @Test
    void settingsCanBeChangedWhileTheApiIsDown(Stack stack) {
        try (RunningConnector connector = new RunningConnector(stack, "changed-while-down", api).start()) {
            api.close();
            connector.with("poll.interval.ms", "200").start();
            assertThat(stack.connect().get("/connectors/changed-while-down/config"))
                    .contains("\"poll.interval.ms\":\"200\"");
        }
    }

    @Test
    void aRefusedKeyIsAnErrorOfTheKey(Stack stack) {
        api.keys().revoke(SchoolSessions.KEY);
        // The worker replaces the message where the value comes from a config provider.
        assertErrorOf(stack, "api.key", "config provider reference failed validation");

        config.put("api.key", SchoolSessions.KEY);
        assertErrorOf(stack, "api.key", "401");
    }

    @Test
    void aMisspeltNameIsRefusedWithTheRightOne(Stack stack) {
        config.put("user.fields.exclud", "not-to-be-shown");
        config.put("kafka.auth.mode", "KAFKA_API_KEY");
        config.put("description", "left alone");
        assertErrorOf(stack, "user.fields.exclud", "Did you mean user.fields.exclude?");
        assertThat(stack.connect().validateInFull(config).toString()).doesNotContain("not-to-be-shown");
        assertThatThrownBy(() -> stack.connect().create("validated", config))
                .hasMessageContaining("Did you mean user.fields.exclude?");
        assertThat(stack.connect().connectors()).doesNotContain("validated");
    }

    @Test
    void anUnresolvedReferenceSaysWhy(Stack stack) {
        config.put("api.key", "${env:SMART_IA_NOT_SET}");
        assertErrorOf(stack, "api.key", "the environment variable is not set on this worker");
        config.put("api.key", "${vault:secret/smart-ia:key}");
        assertErrorOf(stack, "api.key", "config.providers in the worker's settings does not name vault");
    }

    @Test
    void theSettingsOfEachOrganisationAreDescribed(Stack stack) {
        assertThat(stack.connect().validateInFull(config).toString()).doesNotContain("Organisation oaks");
        config.put("organisations", "oaks");
        assertThat(stack.connect().validate(config)).containsKey("organisations.oaks.api.key");
        config.put("organisations.oaks.api.key", config.remove("api.key"));
        assertThat(stack.connect().validate(config)).isEmpty();
        assertThat(stack.connect().validateInFull(config).toString())
                .contains(
                        "Organisation oaks",
                        "Key of this organisation.",
                        "Replaces filter.subjects for this organisation");
    }

    private void assertErrorOf(Stack stack, String setting, String saying) {
        Map<String, List<String>> errors = stack.connect().validate(config);
        assertThat(errors).containsOnlyKeys(setting);
        assertThat(errors.get(setting)).singleElement().asString().contains(saying);
    }
}
