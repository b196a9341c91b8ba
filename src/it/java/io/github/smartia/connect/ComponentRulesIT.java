package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rules of Confluent's specification of component archives. */
class ComponentRulesIT {

    private static final List<String> FIELDS = List.of(
            "component_types",
            "description",
            "docker_image",
            "documentation_url",
            "features",
            "license",
            "logo",
            "name",
            "owner",
            "release_date",
            "requirements",
            "source_url",
            "support",
            "tags",
            "title",
            "version");

    private static Archive archive;
    private static JsonNode manifest;

    @BeforeAll
    static void read() throws IOException {
        archive = Archive.read(Path.of(System.getProperty("stack.archive")));
        manifest = JsonMapper.shared().readTree(archive.file("manifest.json"));
    }

    @Test
    void archiveIsNamedByOwnerNameAndVersion() {
        assertThat(archive.name())
                .isEqualTo(String.join("-", text("/owner/username"), text("/name"), text("/version")));
        assertThat(text("/owner/username")).matches("[a-z0-9_]{2,255}");
        assertThat(text("/name")).matches("[a-z0-9._-]{2,255}");
        assertThat(text("/version")).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }

    @Test
    void manifestHasTheSpecifiedFields() {
        assertThat(manifest.propertyNames()).containsExactlyInAnyOrderElementsOf(FIELDS);
        assertThat(names("/owner")).containsExactlyInAnyOrder("username", "type", "name", "url", "logo");
        assertThat(names("/support")).containsExactlyInAnyOrder("provider_name", "summary", "url", "logo");
        assertThat(names("/features"))
                .containsExactlyInAnyOrder(
                        "confluent_control_center_integration",
                        "delivery_guarantee",
                        "kafka_connect_api",
                        "single_message_transforms",
                        "supported_encodings");
    }

    @Test
    void manifestHasTheSpecifiedValues() {
        assertThat(texts("/component_types")).isNotEmpty().isSubsetOf("source", "sink", "transform", "converter");
        assertThat(texts("/features/delivery_guarantee")).isSubsetOf("at_least_once", "at_most_once", "exactly_once");
        assertThat(text("/owner/type")).isIn("organization", "user");
        assertThat(text("/release_date")).matches("20\\d\\d-[01]\\d-[0-3]\\d");
        assertThat(List.of("/owner/url", "/support/url", "/documentation_url", "/source_url", "/license/0/url"))
                .allMatch(url -> text(url).startsWith("https://"));
    }

    @Test
    void eachFolderHoldsWhatBelongsThere() {
        assertThat(archive.names("lib")).isNotEmpty().allMatch(file -> file.endsWith(".jar"));
        assertThat(archive.names("assets")).isNotEmpty().allMatch(file -> file.matches("[^/]+\\.(png|jpg|gif)"));
        assertThat(archive.names("doc"))
                .contains("README.md", "LICENSE", "licenses/bundled.md")
                .noneMatch(file -> file.matches(".*\\.(jar|class)"));
        assertThat(archive.names("etc")).isNotEmpty().allMatch(file -> file.matches(".*\\.(json|properties|yaml|sql)"));
    }

    private static List<String> names(String object) {
        return List.copyOf(manifest.at(object).propertyNames());
    }

    private static List<String> texts(String array) {
        return manifest.at(array).valueStream().map(JsonNode::asString).toList();
    }

    private static String text(String field) {
        return manifest.at(field).asString();
    }
}
