package io.github.smartia.connect;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import io.github.smartia.connect.stack.TopicReader;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code operations.md} says of a schema registry that does not serve its converters. */
@ExtendWith(StackExtension.class)
class RegistryOutageIT {

    @AutoClose
    private final SimulatedApi api = SimulatedApi.start(SimulatedApi.options().key(SchoolSessions.KEY));

    @AutoClose("stop")
    private WireMockServer between = startedOn(0);

    private int sessions;

    private static WireMockServer startedOn(int port) {
        WireMockServer server = new WireMockServer(options().port(port));
        server.start();
        return server;
    }

    @Test
    void anOutageFailsATaskThatNeedsANewSchemaOnly(Stack stack) {
        forwardTo(stack);
        try (RunningConnector connector = behind(stack, "registry-outage");
                TopicReader deadLetters = stack.reader("registry-outage-dead")) {
            addSession();
            connector.start();
            connector.completed().awaitCount(1);
            int port = between.port();
            between.stop();

            addSession();
            connector.completed().awaitCount(2);
            api.sessions().add(completed().without("sessionId").build());
            connector.awaitFailure();

            between = startedOn(port);
            forwardTo(stack);
            addSession();
            connector.restart();

            assertThat(connector.completed().awaitCount(3)).hasSize(3);
            assertThat(deadLetters.awaitCount(1)).hasSize(1);
        }
    }

    /** As Apicurio's registry answers one of two tasks that register the first schema of a subject at once. */
    @Test
    void aConflictFailsTheTaskAndARestartGoesOn(Stack stack) {
        forwardTo(stack);
        between.stubFor(post(anyUrl())
                .inScenario("race")
                .whenScenarioStateIs(STARTED)
                .willReturn(aResponse()
                        .withStatus(409)
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"error_code\":409,\"message\":\"conflict\"}"))
                .willSetStateTo("registered"));
        try (RunningConnector connector = behind(stack, "registry-race")) {
            addSession();
            connector.create();
            connector.awaitFailure();

            connector.restart();

            assertThat(connector.completed().awaitCount(1)).hasSize(1);
        }
    }

    private void forwardTo(Stack stack) {
        String registry = stack.registry().uri().toString();
        between.stubFor(any(anyUrl()).willReturn(aResponse().proxiedFrom(registry)));
    }

    private RunningConnector behind(Stack stack, String name) {
        String proxy = "http://127.0.0.1:" + between.port();
        RunningConnector connector = new RunningConnector(stack, name, api).with("dead.letter.topic", name + "-dead");
        for (String role : List.of("key.converter", "value.converter")) {
            stack.converter()
                    .settings(role)
                    .forEach((setting, value) -> connector.with(
                            setting, value.replace(stack.registry().uri().toString(), proxy)));
        }
        return connector;
    }

    private void addSession() {
        api.sessions().add(completed().build());
    }

    private SessionBuilder completed() {
        return SessionBuilder.completed().endedAt(SchoolSessions.MORNING.plusSeconds(++sessions));
    }
}
