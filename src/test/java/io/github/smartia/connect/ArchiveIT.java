package io.github.smartia.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.smartia.connect.config.SmartIaSourceConfig;
import io.github.smartia.connect.documents.DocumentTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ArchiveIT {

    /** The version of a class file, which its eighth byte holds. */
    private static final byte JAVA_17 = 61;

    private static final JsonMapper JSON = new JsonMapper();

    private static Archive archive;

    @BeforeAll
    static void read() throws IOException {
        archive = Archive.read(Path.of(System.getProperty("stack.archive")));
    }

    @Test
    void holdsOneFolderOfItsOwnName() {
        assertThat(archive.name()).startsWith("smartia-kafka-connect-smart-ia-");
        assertThat(archive.files().keySet()).allMatch(path -> path.startsWith(archive.name() + "/"));
    }

    @Test
    void holdsTheFoldersOfAComponent() {
        Set<String> top = new TreeSet<>();
        archive.files()
                .keySet()
                .forEach(path -> top.add(Path.of(path).getName(1).toString()));

        assertThat(top).containsExactly("assets", "doc", "etc", "lib", "manifest.json");
        assertThat(archive.names("doc")).contains("CHANGELOG.md", "LICENSE", "README.md");
        assertThat(archive.names("etc"))
                .contains("connector.json", "worker-distributed.properties", "strimzi/kafka-connect.yaml")
                .contains("monitoring/alerts.yaml", "monitoring/jmx-exporter.yaml", "monitoring/dashboard.json");
    }

    @Test
    void everyLinkInItsDocumentsLeadsToAFileInIt() {
        DocumentTree documents = DocumentTree.of(
                archive.files().keySet().stream().map(Path::of).toList(),
                path -> new String(archive.files().get(path.toString()), UTF_8));

        assertThat(documents.pages()).containsKey(Path.of(archive.name(), "doc", "README.md"));
        assertThat(documents.brokenLinks()).isEmpty();
    }

    @Test
    void bringsTheConnectorWithWhatItNeeds() {
        assertThat(archive.names("lib"))
                .anyMatch(jar -> jar.startsWith("kafka-connect-smart-ia-"))
                .anyMatch(jar -> jar.startsWith("httpclient5-"))
                .anyMatch(jar -> jar.startsWith("httpcore5-"))
                .anyMatch(jar -> jar.startsWith("jackson-core-"))
                .anyMatch(jar -> jar.startsWith("jackson-databind-"))
                .anyMatch(jar -> jar.startsWith("jackson-annotations-"))
                .allMatch(jar -> jar.endsWith(".jar"));
    }

    @Test
    void bringsNothingThatTheWorkerGives() {
        assertThat(archive.names("lib"))
                .allSatisfy(jar -> assertThat(archive.jar(jar).keySet())
                        .noneMatch(file -> file.startsWith("org/apache/kafka/"))
                        .noneMatch(file -> file.startsWith("org/slf4j/")));
    }

    @Test
    void allItsClassesRunOnJava17() throws IOException {
        for (String jar : archive.names("lib")) {
            Map<String, byte[]> classes = new TreeMap<>(archive.jar(jar));
            // Those in versions/ are for later ones.
            classes.keySet().removeIf(file -> !file.endsWith(".class") || file.startsWith("META-INF/versions/"));

            assertThat(classes)
                    .as(jar)
                    .isNotEmpty()
                    .allSatisfy((file, bytes) -> assertThat(bytes[7]).isLessThanOrEqualTo(JAVA_17));
        }
    }

    @Test
    void isFoundByItsServiceFileAlone() throws IOException {
        String connector = archive.names("lib").stream()
                .filter(jar -> jar.startsWith("kafka-connect-smart-ia-"))
                .findFirst()
                .orElseThrow();

        assertThat(archive.jar(connector))
                .hasEntrySatisfying(
                        "META-INF/services/org.apache.kafka.connect.source.SourceConnector",
                        file -> assertThat(new String(file, UTF_8).lines().map(String::strip))
                                .containsExactly("io.github.smartia.connect.SmartIaSourceConnector"));
    }

    @Test
    void exampleConfigWorksOnceItsKeyIsThere() {
        JsonNode example = json("etc/connector.json");
        Map<String, String> config = new HashMap<>();
        example.path("config")
                .properties()
                .forEach(setting ->
                        config.put(setting.getKey(), setting.getValue().asString()));

        assertThat(example.path("name").asString()).isNotBlank();
        assertThat(config.put("api.key", "a-key")).startsWith("${");
        assertThatCode(() -> new SmartIaSourceConfig(config)).doesNotThrowAnyException();
    }

    private static JsonNode json(String path) {
        return JSON.readTree(archive.file(path));
    }
}
