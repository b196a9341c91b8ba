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
import io.github.smartia.connect.tls.TunnelProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a worker answers to whoever asks it to check settings: the errors of each setting that has some. */
@ExtendWith({StackExtension.class, LogsKeepSecrets.class})
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
    }

    @Test
    void aKeyThatIsNotKnownIsAnErrorOfTheKey(Stack stack) {
        api.keys().revoke(Secrets.KEY);

        assertErrorOf(stack, "api.key", "401");
    }

    @Test
    void aKeyWithoutTheRightIsAnErrorOfTheKey(Stack stack) {
        api.keys().forbid(Secrets.KEY);

        assertErrorOf(stack, "api.key", "403");
    }

    @Test
    void aHostWhereNothingListensIsNoError(Stack stack) {
        api.close();

        assertThat(errors(stack)).isEmpty();
    }

    @Test
    void settingsAreChangedWhileTheApiIsDown(Stack stack) {
        try (RunningConnector connector = new RunningConnector(stack, "changed-while-down", api).start()) {
            api.close();

            connector.with("poll.interval.ms", "200").start();

            assertThat(stack.connect().get("/connectors/changed-while-down/config"))
                    .contains("\"poll.interval.ms\":\"200\"");
        }
    }

    @Test
    void aHostThatIsNotFoundIsAnErrorOfTheUrl(Stack stack) {
        config.put("api.url", "https://nowhere.invalid/api/v1");

        assertErrorOf(stack, "api.url", "the host nowhere.invalid can't be found");
    }

    @Test
    void aMisspeltNameIsAnErrorOfThatNameAndSaysTheRightOne(Stack stack) {
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
    void settingsOfOrganisationsUnderAMisspeltNameAreErrors(Stack stack) {
        config.put("organizations", "oaks");
        config.put("organizations.oaks.api.key", "another-key");

        assertThat(errors(stack)).containsOnlyKeys("organizations", "organizations.oaks.api.key");
    }

    @Test
    void aReferenceThatWasNotResolvedSaysWhy(Stack stack) {
        config.put("api.key", "${env:SMART_IA_NOT_SET}");
        assertErrorOf(stack, "api.key", "the environment variable is not set on this worker");

        config.put("api.key", "${vault:secret/smart-ia:key}");
        assertErrorOf(stack, "api.key", "config.providers in the worker's settings does not name vault");
    }

    @Test
    void excludedFieldsAndTheLatestSchemaAreAnErrorOfTheFields(Stack stack) {
        config.put("user.fields.exclude", "fullName");
        config.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
        config.put("value.converter.use.latest.version", "true");

        assertErrorOf(stack, "user.fields.exclude", "value.converter.use.latest.version");
    }

    @Test
    void aPathWithoutTheApiIsAnErrorOfTheUrl(Stack stack) {
        config.put("api.url", api.url() + "/elsewhere");

        assertErrorOf(stack, "api.url", "404");
    }

    @Test
    void aRedirectIsAnErrorOfTheUrlAndNotFollowed(Stack stack) {
        api.faults().always(Fault.redirect(api.url() + "/moved"));

        assertErrorOf(stack, "api.url", "302");
        assertThat(api.requests().count()).isEqualTo(1);
    }

    @Test
    void aFaultThatMayPassIsNoError(Stack stack) {
        api.faults().next(1, Fault.status(429));
        api.faults().next(1, Fault.status(500));
        api.faults().next(1, Fault.html());

        assertThat(errors(stack)).isEmpty();
        assertThat(errors(stack)).isEmpty();
        assertThat(errors(stack)).isEmpty();
        assertThat(api.requests().count()).isEqualTo(3);
    }

    @Test
    @Timeout(10)
    void anApiThatHangsIsNoError(Stack stack) {
        api.faults().always(Fault.hang());

        assertThat(errors(stack)).isEmpty();
    }

    @Test
    void eachWrongSettingHasAnErrorOfItsOwnAndTheApiIsNotAsked(Stack stack) {
        Map<String, String> wrong = Map.of(
                "start.date", "last autumn",
                "page.size", "101",
                "streams", "completed,abandoned",
                "poll.interval.ms", "0",
                "in.progress.endpoint", "list",
                "topic.completed", "not a topic",
                "api.max.requests.per.second", "0");
        config.putAll(wrong);

        assertThat(errors(stack).keySet()).containsExactlyInAnyOrderElementsOf(wrong.keySet());
        assertThat(api.requests().count()).isZero();
    }

    @Test
    void plainHttpToAnotherHostIsAnErrorOfTheUrl(Stack stack) {
        config.put("api.url", "http://connect.example/api/v1");

        assertErrorOf(stack, "api.url", "https://");
    }

    @Test
    void aCertificateFromAnUnknownCaIsAnErrorOfTheUrlUntilTheCaIsKnown(Stack stack, @TempDir Path directory)
            throws IOException {
        PrivateCa ca = new PrivateCa("The school's CA");
        try (TlsServer tls = TlsServer.start(ca.certify("localhost"), SessionJson.page(0))) {
            config.put("api.url", tls.url());
            assertErrorOf(stack, "api.url", "comes from no CA that is trusted here");

            config.put(
                    "api.ssl.truststore.location", directory.resolve("ca.pem").toString());
            config.put("api.ssl.truststore.type", "PEM");
            assertErrorOf(stack, "api.ssl.truststore.location", "can't be read on this worker");

            Files.writeString(directory.resolve("ca.pem"), ca.pem());
            assertThat(errors(stack)).isEmpty();
            assertThat(tls.keys()).containsExactly(Secrets.KEY);
        }
    }

    @Test
    void aProxyThatWantsOtherCredentialsIsAnErrorOfTheProxyAndNeverShown(Stack stack) {
        try (TunnelProxy proxy = TunnelProxy.demanding("somebody else")) {
            config.put("api.url", "https://connect.example/api/v1");
            config.put("api.proxy.url", "http://worker:" + Secrets.KEY + "@localhost:" + proxy.port());

            assertErrorOf(stack, "api.proxy.url", "407");
            assertThat(Secrets.shownIn(stack.connect().validateInFull(config))).isEmpty();
            assertThat(proxy.heads()).allMatch(head -> head.startsWith("CONNECT connect.example:443 "));
        }
    }

    @Test
    void theSettingsOfEachOrganisationAreDescribedToWhoeverNamesIt(Stack stack) {
        String before = stack.connect().validateInFull(config);
        config.put("organisations.oaks.api.key", config.remove("api.key"));
        config.put("organisations", "oaks");

        assertThat(errors(stack)).isEmpty();
        String answer = stack.connect().validateInFull(config);
        assertThat(answer)
                .contains(
                        "Organisation oaks", "Key of this organisation.", "As filter.subjects, for this organisation");
        assertThat(Secrets.shownIn(answer)).isEmpty();
        assertThat(before).doesNotContain("Organisation oaks");
    }

    @Test
    void anOrganisationWithoutAKeyIsAnErrorOfThatSetting(Stack stack) {
        config.remove("api.key");
        config.put("organisations", "oaks");

        assertErrorOf(stack, "organisations.oaks.api.key", "Missing required");
        assertThat(api.requests().count()).isZero();
    }

    @Test
    void aRefusedKeyOfAnOrganisationIsAnErrorOnlyWhereAllAreRefused(Stack stack) {
        config.put("organisations.oaks.api.key", config.remove("api.key"));
        config.put("organisations.elms.api.key", "another-key");
        config.put("organisations", "oaks,elms");
        assertThat(errors(stack)).isEmpty();

        api.keys().revoke(Secrets.KEY);

        assertThat(errors(stack)).containsOnlyKeys("organisations.oaks.api.key", "organisations.elms.api.key");
    }

    private Map<String, List<String>> errors(Stack stack) {
        return new HashMap<>(stack.connect().validate(config).byName());
    }

    private void assertErrorOf(Stack stack, String setting, String saying) {
        Map<String, List<String>> errors = errors(stack);

        assertThat(errors).containsOnlyKeys(setting);
        assertThat(errors.get(setting)).singleElement().asString().contains(saying);
        assertThat(Secrets.shownIn(errors.toString())).isEmpty();
    }
}
