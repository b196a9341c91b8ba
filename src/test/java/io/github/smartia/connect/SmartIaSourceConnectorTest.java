package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.junit.jupiter.api.Test;

class SmartIaSourceConnectorTest {

    /** A worker calls config, then validate, and describes each value by the definition that config returned. */
    @Test
    void validationAddsOrganisationsToTheDefinition() {
        SmartIaSourceConnector connector = new SmartIaSourceConnector();
        ConfigDef definition = connector.config();

        connector.validate(Map.of("organisations", "oaks"));

        assertThat(definition.names()).contains("organisations.oaks.api.key");
        assertThat(connector.config().names()).doesNotContain("organisations.oaks.api.key");
    }

    /** A worker has one instance for all threads that validate. */
    @Test
    void concurrentValidationsAreIndependent() throws Exception {
        SmartIaSourceConnector connector = new SmartIaSourceConnector();
        ConfigDef oaks = connector.config();

        ConfigDef elms = CompletableFuture.supplyAsync(() -> {
                    ConfigDef definition = connector.config();
                    connector.validate(Map.of("organisations", "elms"));
                    return definition;
                })
                .get();
        connector.validate(Map.of("organisations", "oaks"));

        assertThat(oaks.names()).contains("organisations.oaks.api.key").doesNotContain("organisations.elms.api.key");
        assertThat(elms.names()).contains("organisations.elms.api.key").doesNotContain("organisations.oaks.api.key");
    }

    @Test
    void exactlyOnceIsSupportedWithAnySettings() {
        assertThat(new SmartIaSourceConnector().exactlyOnceSupport(Map.of())).isEqualTo(ExactlyOnceSupport.SUPPORTED);
    }
}
