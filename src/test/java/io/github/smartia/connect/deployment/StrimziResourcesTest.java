package io.github.smartia.connect.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.SmartIaSourceConnector;
import io.github.smartia.connect.stack.WorkerFile;
import io.strimzi.api.kafka.model.common.Constants;
import io.strimzi.api.kafka.model.connect.KafkaConnectSpec;
import io.strimzi.api.kafka.model.connect.build.ZipArtifact;
import io.strimzi.api.kafka.model.connector.AbstractConnectorSpec;
import io.strimzi.api.kafka.model.connector.KafkaConnectorSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StrimziResourcesTest {

    private static final Path DIRECTORY = Path.of("config", "strimzi");

    private final StrimziResource<KafkaConnectSpec> connect =
            StrimziResource.read(DIRECTORY.resolve("kafka-connect.yaml"), KafkaConnectSpec.class);
    private final StrimziResource<KafkaConnectorSpec> connector =
            StrimziResource.read(DIRECTORY.resolve("kafka-connector.yaml"), KafkaConnectorSpec.class);

    @Test
    void areOfTheApiVersionThatStrimziServes() {
        String served = Constants.RESOURCE_GROUP_NAME + "/" + Constants.V1;

        assertThat(connect.apiVersion()).isEqualTo(served);
        assertThat(connect.kind()).isEqualTo("KafkaConnect");
        assertThat(connector.apiVersion()).isEqualTo(served);
        assertThat(connector.kind()).isEqualTo("KafkaConnector");
    }

    @Test
    void giveAllThatStrimziRequires() {
        assertThat(connect.missing()).isEmpty();
        assertThat(connector.missing()).isEmpty();
        // What v1 requires beside; Strimzi does not publish the annotation that says so.
        assertThat(connect.spec())
                .extracting(
                        KafkaConnectSpec::getReplicas,
                        KafkaConnectSpec::getGroupId,
                        KafkaConnectSpec::getConfigStorageTopic,
                        KafkaConnectSpec::getOffsetStorageTopic,
                        KafkaConnectSpec::getStatusStorageTopic)
                .doesNotContainNull();
    }

    @Test
    void setNothingThatStrimziKeepsForItself() {
        List<String> kept = List.of(KafkaConnectSpec.FORBIDDEN_PREFIXES.split(", "));

        assertThat(connect.spec().getConfig().keySet())
                .isNotEmpty()
                .noneMatch(setting -> kept.stream().anyMatch(setting::startsWith));
        assertThat(connector.spec().getConfig())
                .doesNotContainKeys(AbstractConnectorSpec.FORBIDDEN_PARAMETERS.split(", "));
    }

    @Test
    void theConnectorRunsOnTheClusterBesideItWithItsKey() {
        assertThat(connector.metadata().getLabels())
                .containsEntry("strimzi.io/cluster", connect.metadata().getName());
        assertThat(connect.metadata().getAnnotations()).containsEntry("strimzi.io/use-connector-resources", "true");
        String variable = connect.spec()
                .getTemplate()
                .getConnectContainer()
                .getEnv()
                .get(0)
                .getName();

        assertThat(connector.spec().getConfig()).containsEntry("api.key", "${env:" + variable + "}");
    }

    @Test
    void theArchiveIsOfThisVersion() {
        ZipArtifact archive = (ZipArtifact)
                connect.spec().getBuild().getPlugins().get(0).getArtifacts().get(0);
        String version = new SmartIaSourceConnector().version().replace("-SNAPSHOT", "");

        assertThat(archive.getUrl()).endsWith("/smartia-kafka-connect-smart-ia-" + version + ".zip");
        assertThat(connect.spec().getBuild().getOutput().getImage()).endsWith(":" + version);
    }

    @Test
    void theWorkersAreSetAsThoseOfThePropertiesFile() {
        Map<String, String> properties = WorkerFile.read(Path.of("config", "worker-distributed.properties"))
                .settings();
        Map<String, String> expected = new TreeMap<>(properties);
        // Strimzi's own, or given elsewhere in the resource.
        List.of("bootstrap.servers", "listeners", "plugin.path", "group.id").forEach(expected::remove);
        expected.keySet().removeIf(setting -> setting.endsWith(".storage.topic"));
        // The converter that the image brings has no service manifest.
        expected.remove("plugin.discovery");

        assertThat(strings(connect.spec().getConfig())).isEqualTo(expected);
        assertThat(properties)
                .containsEntry("group.id", connect.spec().getGroupId())
                .containsEntry("config.storage.topic", connect.spec().getConfigStorageTopic())
                .containsEntry("offset.storage.topic", connect.spec().getOffsetStorageTopic())
                .containsEntry("status.storage.topic", connect.spec().getStatusStorageTopic());
    }

    private static Map<String, String> strings(Map<String, Object> settings) {
        Map<String, String> strings = new TreeMap<>();
        settings.forEach((name, value) -> strings.put(name, value.toString()));
        return strings;
    }
}
