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

/** The archive's manifest, by which Confluent's tools know and install it. */
class ManifestIT {

    private static Archive archive;
    private static JsonNode manifest;

    @BeforeAll
    static void read() throws IOException {
        archive = Archive.read(Path.of(System.getProperty("stack.archive")));
        manifest = JsonMapper.shared().readTree(archive.file("manifest.json"));
    }

    @Test
    void tellsWhatTheComponentIs() {
        assertThat(text("/name")).isEqualTo("kafka-connect-smart-ia");
        assertThat(text("/owner/username")).isEqualTo("smartia");
        assertThat(texts("/component_types")).containsExactly("source");
        assertThat(texts("/features/delivery_guarantee")).containsExactly("at_least_once", "exactly_once");
        assertThat(text("/source_url")).isEqualTo("https://github.com/smartia/kafka-connect-smart-ia");
    }

    @Test
    void fillsTheFieldsOfConfluentHub() {
        assertThat(List.of(
                        "/title",
                        "/description",
                        "/owner/type",
                        "/owner/name",
                        "/owner/url",
                        "/support/provider_name",
                        "/support/summary",
                        "/support/url",
                        "/tags/0",
                        "/requirements/0",
                        "/features/supported_encodings/0",
                        "/documentation_url",
                        "/license/0/name",
                        "/license/0/url"))
                .allSatisfy(field -> assertThat(text(field)).isNotBlank());
        assertThat(List.of("single_message_transforms", "confluent_control_center_integration", "kafka_connect_api"))
                .allSatisfy(feature -> assertThat(
                                manifest.at("/features/" + feature).isBoolean())
                        .isTrue());
    }

    @Test
    void isOfThisBuild() {
        assertThat(archive.name()).endsWith("-" + text("/version"));
        assertThatCode(() -> LocalDate.parse(text("/release_date"))).doesNotThrowAnyException();
        assertThat(new String(archive.file("manifest.json"), UTF_8)).doesNotContain("${");
    }

    /** `confluent connect plugin install` finds it one folder deep, and cuts owner, name and version off all paths. */
    @Test
    void namesTheFolderThatEverythingLiesIn() {
        String folder = text("/owner/username") + "-" + text("/name") + "-" + text("/version") + "/";

        assertThat(archive.files().keySet())
                .allMatch(path -> path.startsWith(folder))
                .filteredOn(path -> path.matches("[^/]*/manifest\\.json"))
                .hasSize(1);
    }

    @Test
    void namesALogoThatIsThereAndLargeEnough() throws IOException {
        BufferedImage logo = ImageIO.read(new ByteArrayInputStream(archive.file(text("/logo"))));

        assertThat(logo.getWidth()).isGreaterThanOrEqualTo(400);
        assertThat(logo.getHeight()).isGreaterThanOrEqualTo(200);
        assertThat(text("/logo")).startsWith("assets/");
        assertThat(text("/owner/logo")).isEqualTo(text("/logo"));
        assertThat(text("/support/logo")).isEqualTo(text("/logo"));
    }

    private static String text(String field) {
        return manifest.at(field).asString();
    }

    private static List<String> texts(String field) {
        return manifest.at(field).valueStream().map(JsonNode::asString).toList();
    }
}
