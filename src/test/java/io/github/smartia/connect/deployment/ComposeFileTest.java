package io.github.smartia.connect.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What can be told of docker/compose.yaml without running it; .ci/compose runs it. */
class ComposeFileTest {

    private static final JsonNode SERVICES =
            new YAMLMapper().readTree(new File("docker/compose.yaml")).path("services");

    @Test
    void portsAreOpenToThisMachineOnly() {
        assertThat(services().flatMap(service -> service.path("ports").valueStream()))
                .isNotEmpty()
                .allMatch(port -> port.asString().startsWith("127.0.0.1:"));
    }

    @Test
    void imagesThatArePulledHaveAVersion() {
        assertThat(services()
                        .filter(service -> !service.has("build"))
                        .map(service -> service.path("image").asString()))
                .isNotEmpty()
                .allMatch(image -> image.matches("[a-z/-]+:\\d+\\.\\d+\\.\\d+(\\.Final)?"));
    }

    @Test
    void whatOthersWaitForTellsItsHealth() {
        assertThat(services().flatMap(service -> service.path("depends_on").propertyNames().stream()))
                .isNotEmpty()
                // The image that is built brings its own check.
                .allMatch(name -> SERVICES.path(name).has("healthcheck")
                        || SERVICES.path(name).has("build"));
    }

    @Test
    void secretsComeFromOutside() {
        assertThat(services()
                        .flatMap(service -> service.path("environment").properties().stream())
                        .filter(variable -> variable.getKey().matches(".*(KEY|SECRET|PASSWORD|TOKEN).*"))
                        .map(Map.Entry::getValue))
                .isNotEmpty()
                .allMatch(value -> value.asString().startsWith("${"));
    }

    private static Stream<JsonNode> services() {
        return SERVICES.valueStream();
    }
}
