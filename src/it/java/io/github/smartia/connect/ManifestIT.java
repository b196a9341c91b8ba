package io.github.smartia.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.smartia.connect.stack.Resource;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The archive's manifest, by the rules of Confluent's specification of component archives. */
class ManifestIT {

    private static final Archive ARCHIVE = Archive.ofTheBuild();
    private static final JsonNode MANIFEST = JsonMapper.shared().readTree(ARCHIVE.file("manifest.json"));

    /** `confluent connect plugin install` finds it one folder deep, and cuts owner, name and version off all paths. */
    @Test
    void namesTheArchiveAndTheFolderInIt() {
        String folder = String.join("-", text("/owner/username"), text("/name"), text("/version"));

        assertThat(folder).startsWith("smartia-kafka-connect-smart-ia-").isEqualTo(ARCHIVE.name());
        assertThat(ARCHIVE.files().keySet())
                .allMatch(path -> path.startsWith(folder + "/"))
                .filteredOn(path -> path.matches("[^/]*/manifest\\.json"))
                .hasSize(1);
        assertThatCode(() -> LocalDate.parse(text("/release_date"))).doesNotThrowAnyException();
        assertThat(new String(ARCHIVE.file("manifest.json"), UTF_8)).doesNotContain("${");
    }

    /** The file has a line for each field, with a pattern for its value; of a list, for the values in turn. */
    @Test
    void hasTheSpecifiedFieldsWithTheSpecifiedValues() {
        Map<String, String> found = new TreeMap<>();
        collect("", MANIFEST, found);
        Map<String, String> specified = Resource.text("manifest.txt")
                .lines()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1]));
        assertThat(MANIFEST.path("docker_image").isObject()).isTrue();
        assertThat(found.keySet()).isEqualTo(specified.keySet());
        found.forEach((field, value) -> assertThat(value).as(field).matches(specified.get(field)));
    }

    private static void collect(String path, JsonNode node, Map<String, String> found) {
        if (node.isObject()) {
            node.properties().forEach(field -> collect(path + "/" + field.getKey(), field.getValue(), found));
        } else if (node.isArray()) {
            node.forEach(element -> collect(path, element, found));
        } else {
            found.merge(path, node.toString(), (before, more) -> before + ", " + more);
        }
    }

    @Test
    void eachFolderHoldsWhatBelongsThere() {
        assertThat(ARCHIVE.names("lib")).isNotEmpty().allMatch(file -> file.endsWith(".jar"));
        assertThat(ARCHIVE.names("assets")).isNotEmpty().allMatch(file -> file.matches("[^/]+\\.(png|jpg|gif)"));
        assertThat(ARCHIVE.names("doc"))
                .contains("README.md", "LICENSE", "licenses/bundled.md")
                .noneMatch(file -> file.matches(".*\\.(jar|class)"));
        assertThat(ARCHIVE.names("etc")).isNotEmpty().allMatch(file -> file.matches(".*\\.(json|properties|yaml|sql)"));
    }

    @Test
    void namesALogoThatIsThereAndLargeEnough() throws IOException {
        BufferedImage logo = ImageIO.read(new ByteArrayInputStream(ARCHIVE.file(text("/logo"))));

        assertThat(logo.getWidth()).isGreaterThanOrEqualTo(400);
        assertThat(logo.getHeight()).isGreaterThanOrEqualTo(200);
    }

    private static String text(String field) {
        return MANIFEST.at(field).asString();
    }
}
