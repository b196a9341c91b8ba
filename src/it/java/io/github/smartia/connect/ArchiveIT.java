package io.github.smartia.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.documents.DocumentTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArchiveIT {

    /** The version of a class file, which its eighth byte holds. */
    private static final byte JAVA_17 = 61;

    private static final Archive ARCHIVE = Archive.ofTheBuild();
    private static final Map<String, byte[]> JAR = ARCHIVE.jar();

    @Test
    void holdsTheFoldersOfAComponent() {
        assertThat(ARCHIVE.files().keySet())
                .extracting(path -> path.split("/", 3)[1])
                .containsOnly("assets", "doc", "etc", "lib", "manifest.json");
        assertThat(ARCHIVE.names("lib")).singleElement().asString().matches("kafka-connect-smart-ia-\\d.*\\.jar");
        assertThat(ARCHIVE.names("doc")).contains("CHANGELOG.md", "LICENSE", "README.md");
        assertThat(ARCHIVE.names("etc"))
                .contains("connector.json", "worker-distributed.properties", "strimzi/kafka-connect.yaml")
                .contains("monitoring/alerts.yaml", "monitoring/jmx-exporter.yaml", "monitoring/dashboard.json");
    }

    @Test
    void everyLinkInItsDocumentsLeadsToAFileInIt() {
        DocumentTree documents = DocumentTree.of(
                ARCHIVE.files().keySet().stream().map(Path::of).toList(),
                path -> new String(ARCHIVE.files().get(path.toString()), UTF_8));

        assertThat(documents.pages()).containsKey(Path.of(ARCHIVE.name(), "doc", "README.md"));
        assertThat(documents.brokenLinks()).isEmpty();
    }

    @Test
    void allClassesAreTheConnectorsOrShaded() {
        assertThat(JAR.keySet())
                .filteredOn(file -> file.endsWith(".class"))
                .allMatch(file -> file.startsWith("io/github/smartia/"))
                .anyMatch(file -> file.startsWith("io/github/smartia/connect/"))
                .anyMatch(file -> file.startsWith("io/github/smartia/shaded/"))
                .noneMatch(file -> file.contains("smartia/cli/") || file.contains("picocli"));
        assertThat(ARCHIVE.files().keySet()).noneMatch(file -> file.contains("picocli"));
    }

    @Test
    void noModuleSignatureOrDescriptorOfALibraryIsLeft() {
        assertThat(JAR.keySet())
                .noneMatch(file -> file.endsWith("module-info.class"))
                .noneMatch(file -> file.matches("META-INF/.*\\.(SF|DSA|RSA)"))
                .noneMatch(file -> file.startsWith("META-INF/maven/"))
                .noneMatch(file -> file.startsWith("META-INF/versions/"));
    }

    @Test
    void allItsClassesRunOnJava17() {
        JAR.forEach((file, bytes) -> assertThat(file.endsWith(".class") && bytes[7] > JAVA_17)
                .as(file)
                .isFalse());
    }

    @Test
    void serviceFilesNameClassesInTheJar() {
        assertThat(providers("META-INF/services/org.apache.kafka.connect.source.SourceConnector"))
                .containsExactly("io.github.smartia.connect.SmartIaSourceConnector");
        assertThat(JAR.keySet())
                .filteredOn(file -> file.startsWith("META-INF/services/"))
                .flatExtracting(ArchiveIT::providers)
                .hasSizeGreaterThan(1)
                .allSatisfy(provider -> assertThat(JAR).containsKey(provider.replace('.', '/') + ".class"));
    }

    private static List<String> providers(String serviceFile) {
        assertThat(JAR).containsKey(serviceFile);
        return new String(JAR.get(serviceFile), UTF_8)
                .lines()
                .map(String::strip)
                .toList();
    }
}
