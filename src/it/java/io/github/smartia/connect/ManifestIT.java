package io.github.smartia.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The archive's manifest, by the rules of Confluent's specification of component archives. */
class ManifestIT {

    private static Archive archive;
    private static JsonNode manifest;

    @BeforeAll
    static void read() throws IOException {
        archive = Archive.read(Path.of(System.getProperty("stack.archive")));
        manifest = JsonMapper.shared().readTree(archive.file("manifest.json"));
    }

    /** `confluent connect plugin install` finds it one folder deep, and cuts owner, name and version off all paths. */
    @Test
    void namesTheArchiveAndTheFolderInIt() {
        String folder = String.join("-", text("/owner/username"), text("/name"), text("/version"));

        assertThat(folder).startsWith("smartia-kafka-connect-smart-ia-").isEqualTo(archive.name());
        assertThat(archive.files().keySet())
                .allMatch(path -> path.startsWith(folder + "/"))
                .filteredOn(path -> path.matches("[^/]*/manifest\\.json"))
                .hasSize(1);
        assertThat(text("/version")).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
        assertThatCode(() -> LocalDate.parse(text("/release_date"))).doesNotThrowAnyException();
        assertThat(new String(archive.file("manifest.json"), UTF_8)).doesNotContain("${");
    }

    @Test
    void hasTheSpecifiedFields() {
        assertNames(
                "",
                "component_types description docker_image documentation_url features license logo name owner"
                        + " release_date requirements source_url support tags title version");
        assertNames("/owner", "username type name url logo");
        assertNames("/support", "provider_name summary url logo");
        assertNames(
                "/features",
                "confluent_control_center_integration delivery_guarantee kafka_connect_api"
                        + " single_message_transforms supported_encodings");
    }

    private static void assertNames(String object, String names) {
        assertThat(manifest.at(object).propertyNames()).containsExactlyInAnyOrder(names.split(" "));
    }

    @Test
    void fieldsHaveTheSpecifiedValues() {
        assertThat(texts("/component_types")).containsExactly("source");
        assertThat(texts("/features/delivery_guarantee")).containsExactly("at_least_once", "exactly_once");
        assertThat(text("/owner/type")).isIn("organization", "user");
        assertThat(List.of("/owner/url", "/support/url", "/documentation_url", "/source_url", "/license/0/url"))
                .allMatch(url -> text(url).startsWith("https://"));
        assertThat(List.of(
                        "/title",
                        "/description",
                        "/owner/name",
                        "/support/provider_name",
                        "/support/summary",
                        "/tags/0",
                        "/requirements/0",
                        "/features/supported_encodings/0",
                        "/license/0/name"))
                .allSatisfy(field -> assertThat(text(field)).isNotBlank());
        assertThat(List.of("single_message_transforms", "confluent_control_center_integration", "kafka_connect_api"))
                .allMatch(feature -> manifest.at("/features/" + feature).isBoolean());
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

    @Test
    void namesALogoThatIsThereAndLargeEnough() throws IOException {
        BufferedImage logo = ImageIO.read(new ByteArrayInputStream(archive.file(text("/logo"))));

        assertThat(logo.getWidth()).isGreaterThanOrEqualTo(400);
        assertThat(logo.getHeight()).isGreaterThanOrEqualTo(200);
        assertThat(List.of(text("/owner/logo"), text("/support/logo"))).containsOnly(text("/logo"));
    }

    private static String text(String field) {
        return manifest.at(field).asString();
    }

    private static List<String> texts(String field) {
        return manifest.at(field).valueStream().map(JsonNode::asString).toList();
    }
}
