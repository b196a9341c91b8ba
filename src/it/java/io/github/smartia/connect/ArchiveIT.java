package io.github.smartia.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.documents.DocumentTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ArchiveIT {

    /** The version of a class file, which its eighth byte holds. */
    private static final byte JAVA_17 = 61;

    private static Archive archive;
    private static Map<String, byte[]> jar;

    @BeforeAll
    static void read() throws IOException {
        archive = Archive.read(Path.of(System.getProperty("stack.archive")));
        jar = archive.jar(archive.names("lib").get(0));
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
    void holdsOneJar() {
        assertThat(archive.names("lib")).singleElement().asString().matches("kafka-connect-smart-ia-\\d.*\\.jar");
    }

    @Test
    void noClassLiesOutsideTheProjectsPackage() {
        assertThat(jar.keySet())
                .filteredOn(file -> file.endsWith(".class"))
                .allMatch(file -> file.startsWith("io/github/smartia/"))
                .anyMatch(file -> file.startsWith("io/github/smartia/connect/"))
                .anyMatch(file -> file.startsWith("io/github/smartia/shaded/"));
    }

    @Test
    void holdsNothingOfTheCommandLineTool() {
        assertThat(jar.keySet()).noneMatch(file -> file.contains("smartia/cli/") || file.contains("picocli"));
        assertThat(archive.files().keySet()).noneMatch(file -> file.contains("picocli"));
    }

    @Test
    void noModuleSignatureOrDescriptorOfALibraryIsLeft() {
        assertThat(jar.keySet())
                .noneMatch(file -> file.endsWith("module-info.class"))
                .noneMatch(file -> file.matches("META-INF/.*\\.(SF|DSA|RSA)"))
                .noneMatch(file -> file.startsWith("META-INF/maven/"))
                .noneMatch(file -> file.startsWith("META-INF/versions/"));
    }

    @Test
    void allItsClassesRunOnJava17() {
        Map<String, byte[]> classes = new TreeMap<>(jar);
        classes.keySet().removeIf(file -> !file.endsWith(".class"));

        assertThat(classes)
                .isNotEmpty()
                .allSatisfy((file, bytes) -> assertThat(bytes[7]).isLessThanOrEqualTo(JAVA_17));
    }

    @Test
    void isFoundByItsServiceFileAlone() {
        assertThat(providers("META-INF/services/org.apache.kafka.connect.source.SourceConnector"))
                .containsExactly("io.github.smartia.connect.SmartIaSourceConnector");
    }

    @Test
    void serviceFilesNameClassesInTheJar() {
        assertThat(jar.keySet())
                .filteredOn(file -> file.startsWith("META-INF/services/"))
                .flatExtracting(ArchiveIT::providers)
                .hasSizeGreaterThan(1)
                .allSatisfy(provider -> assertThat(jar).containsKey(provider.replace('.', '/') + ".class"));
    }

    private static List<String> providers(String serviceFile) {
        assertThat(jar).containsKey(serviceFile);
        return new String(jar.get(serviceFile), UTF_8)
                .lines()
                .map(String::strip)
                .toList();
    }
}
