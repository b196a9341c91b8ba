package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.api.json.SessionJson;
import io.github.smartia.connect.simulated.Fault;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.stack.ConnectRestException;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import io.github.smartia.connect.tls.PrivateCa;
import io.github.smartia.connect.tls.TlsServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a worker responds to whoever asks it to check settings. The rules themselves are those of unit tests. */
@ExtendWith(StackExtension.class)
class ValidationIT {

    private SimulatedApi api;
    private Map<String, String> config;

    @BeforeEach
    void startApi() {
        api = SimulatedApi.start(SimulatedApi.options().key(Secrets.KEY));
        config = RunningConnector.config("validated", api);
        config.put("connector.class", "SmartIaSourceConnector");
    }

    @AfterEach
    void stopApi() {
        api.close();
    }

    @Test
    void soundSettingsHaveNoErrors(Stack stack) {
        assertThat(errors(stack)).isEmpty();
        assertThat(api.requests().count()).isEqualTo(1);
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
    @Timeout(10)
    void anApiThatHangsIsNoError(Stack stack) {
        api.faults().always(Fault.hang());
        assertThat(errors(stack)).isEmpty();
    }

    @Test
    void aRefusedKeyIsAnErrorOfTheKey(Stack stack) {
        api.keys().revoke(Secrets.KEY);
        // The worker replaces the message where the value comes from a config provider.
        assertErrorOf(stack, "api.key", "config provider reference failed validation");

        config.put("api.key", Secrets.KEY);
        assertErrorOf(stack, "api.key", "401");
    }

    @Test
    void aRedirectIsAnErrorOfTheUrlAndNotFollowed(Stack stack) {
        api.faults().always(Fault.redirect(api.url() + "/moved"));
        assertErrorOf(stack, "api.url", "302");
        assertThat(api.requests().count()).isEqualTo(1);
    }

    @Test
    void aMisspeltNameIsRefusedWithTheRightOne(Stack stack) {
        config.put("user.fields.exclud", "not-to-be-shown");
        config.put("kafka.auth.mode", "KAFKA_API_KEY");
        config.put("description", "left alone");
        assertErrorOf(stack, "user.fields.exclud", "Did you mean user.fields.exclude?");
        assertThat(stack.connect().validateInFull(config)).doesNotContain("not-to-be-shown");
        assertThatThrownBy(() -> stack.connect().create("validated", config))
                .isInstanceOf(ConnectRestException.class)
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
    void eachWrongSettingHasAnErrorAndTheApiIsNotAsked(Stack stack) {
        Map<String, String> wrong = Map.of(
                "api.url", "http://connect.example/api/v1",
                "start.date", "last autumn",
                "page.size", "101",
                "streams", "completed,abandoned",
                "topic.completed", "not a topic",
                "api.max.requests.per.second", "0");
        config.putAll(wrong);
        assertThat(errors(stack).keySet()).containsExactlyInAnyOrderElementsOf(wrong.keySet());
        assertThat(api.requests().count()).isZero();
    }

    @Test
    void aPrivateCaIsTrustedOnceItIsInTheTrustStore(Stack stack, @TempDir Path directory) throws IOException {
        PrivateCa ca = new PrivateCa("The school's CA");
        try (TlsServer tls = TlsServer.start(ca.certify("localhost"), SessionJson.page(0))) {
            config.put("api.url", tls.url());
            assertErrorOf(stack, "api.url", "is from a CA that this worker does not trust");
            Path store = directory.resolve("ca.pem");
            config.put("api.ssl.truststore.location", store.toString());
            config.put("api.ssl.truststore.type", "PEM");
            assertErrorOf(stack, "api.ssl.truststore.location", "can't be read on this worker");
            Files.writeString(store, ca.pem());
            assertThat(errors(stack)).isEmpty();
            assertThat(tls.keys()).containsExactly(Secrets.KEY);
        }
    }

    @Test
    void theSettingsOfEachOrganisationAreDescribed(Stack stack) {
        assertThat(stack.connect().validateInFull(config)).doesNotContain("Organisation oaks");
        config.put("organisations", "oaks");
        assertThat(errors(stack)).containsKey("organisations.oaks.api.key");
        config.put("organisations.oaks.api.key", config.remove("api.key"));
        assertThat(errors(stack)).isEmpty();
        assertThat(stack.connect().validateInFull(config))
                .contains(
                        "Organisation oaks",
                        "Key of this organisation.",
                        "Replaces filter.subjects for this organisation");
    }

    private Map<String, List<String>> errors(Stack stack) {
        return stack.connect().validate(config);
    }

    private void assertErrorOf(Stack stack, String setting, String saying) {
        Map<String, List<String>> errors = errors(stack);
        assertThat(errors).containsOnlyKeys(setting);
        assertThat(errors.get(setting)).singleElement().asString().contains(saying);
    }
}
