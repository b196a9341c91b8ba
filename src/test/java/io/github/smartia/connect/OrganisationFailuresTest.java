package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.api.ApiException.Kind;
import io.github.smartia.connect.api.ApiExceptions;
import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.config.Properties;
import io.github.smartia.connect.config.SmartIaSourceConfig;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.read.StreamFailedException;
import io.github.smartia.connect.read.StreamFailures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;

class OrganisationFailuresTest {

    private static final SmartIaSourceConfig TWO =
            new SmartIaSourceConfig(Properties.organisations(List.of("oaks", "elms")));
    private static final SmartIaSourceConfig ALONE = new SmartIaSourceConfig(Properties.minimal());

    private final Map<String, Client> clients = new HashMap<>();

    @Test
    void singleOrganisationFailsItsTask() {
        OrganisationFailures organisations = started(ALONE);

        assertThatThrownBy(() -> organisations.stopped(refused("default")))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("The task has stopped.");
    }

    @Test
    void oneOfTwoStopsAndItsClientIsClosed() {
        OrganisationFailures organisations = started(TWO);

        organisations.stopped(refused("oaks"));

        assertThatCode(organisations::requireOne).doesNotThrowAnyException();
        assertThat(clients.get("oaks").closed).isTrue();
        assertThat(clients.get("elms").closed).isFalse();
    }

    @Test
    void lastOrganisationFailsTheTask() {
        OrganisationFailures organisations = started(TWO);

        organisations.stopped(refused("oaks"));
        organisations.stopped(refused("elms"));

        assertThatThrownBy(organisations::requireOne)
                .isInstanceOf(ConnectException.class)
                .hasMessageContainingAll("oaks, elms", "organisations.elms.api.key", "401");
    }

    @Test
    void organisationThatCannotStartHasStopped() {
        ConnectException strange = new ConnectException("a strange offset");
        OrganisationFailures alone = new OrganisationFailures(ALONE);
        OrganisationFailures two = new OrganisationFailures(TWO);
        TWO.organisations().forEach(organisation -> two.couldNotStart(organisation, strange));

        assertThatThrownBy(two::requireOne).hasMessageContaining("a strange offset");
        assertThatThrownBy(() -> alone.couldNotStart(ALONE.organisations().get(0), strange))
                .isSameAs(strange);
    }

    private OrganisationFailures started(SmartIaSourceConfig config) {
        OrganisationFailures organisations = new OrganisationFailures(config);
        config.organisations().forEach(organisation -> {
            clients.put(organisation.name(), new Client());
            organisations.started(organisation, clients.get(organisation.name()));
        });
        return organisations;
    }

    private static StreamFailedException refused(String organisation) {
        return StreamFailures.of(
                organisation, SessionStream.COMPLETED, ApiExceptions.answered(Kind.KEY_REJECTED, 401, "POST x: 401"));
    }

    private static final class Client implements SessionsApi {

        private boolean closed;

        @Override
        public CompletableFuture<SessionPage> fetch(SessionQuery query) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
