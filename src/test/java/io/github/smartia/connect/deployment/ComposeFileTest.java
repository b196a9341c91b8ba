package io.github.smartia.connect.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.quickstart.ConnectorFile;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What can be told of docker/compose.yaml without running it; .ci/compose runs it. */
class ComposeFileTest {

    private static final Path DIRECTORY = Path.of("docker");
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
                .allMatch(image -> image.matches("[a-z/-]+:v?\\d+(\\.\\d+)+(\\.Final)?"));
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

    @Test
    void filesThatAreMountedExist() {
        assertThat(services()
                        .flatMap(service -> service.path("volumes").valueStream())
                        .map(volume -> volume.asString().replaceFirst(":.*", ""))
                        // `mvn -Pcompose` makes these.
                        .filter(file -> !file.startsWith("../target/")))
                .isNotEmpty()
                .allMatch(file -> Files.isRegularFile(DIRECTORY.resolve(file).normalize()));
    }

    @Test
    void whatIsInNoProfileNeedsNothingOfOne() {
        assertThat(services()
                        .filter(service -> !service.has("profiles"))
                        .flatMap(service -> service.path("depends_on").propertyNames().stream()))
                .isNotEmpty()
                .noneMatch(name -> SERVICES.path(name).has("profiles"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sink-completed.json", "sink-in-progress.json"})
    void sinksDifferInAddressAndConverterOnly(String file) {
        ConnectorFile composed = ConnectorFile.read(DIRECTORY.resolve(file));
        ConnectorFile shown = ConnectorFile.read(Path.of("config", "analytics", file));

        ConnectorFile withoutConverters = shown.without("key.converter").without("value.converter");
        assertThat(composed.with("connection.url", "").settings())
                .isEqualTo(withoutConverters.with("connection.url", "").settings());
    }

    private static Stream<JsonNode> services() {
        return SERVICES.valueStream();
    }
}
