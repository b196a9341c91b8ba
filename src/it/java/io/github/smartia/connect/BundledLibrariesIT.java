package io.github.smartia.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.smartia.connect.stack.Unchecked;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the archive says of the libraries in it, compared with their jars on the class path of the build. */
class BundledLibrariesIT {

    private static final String RELOCATED = "io/github/smartia/shaded/";

    private static final Archive ARCHIVE = Archive.ofTheBuild();
    private static final Map<String, byte[]> CONNECTOR = ARCHIVE.jar();
    private static JsonNode bom;

    /** The content of each library's jar by its artifact id. */
    private static final Map<String, Map<String, byte[]>> LIBRARIES = new TreeMap<>();

    @BeforeAll
    static void read() {
        assumeThat(System.getProperty("build.network"))
                .as("the bill of materials is made by builds that are not offline")
                .isNotEqualTo("offline: true");
        bom = JsonMapper.shared().readTree(ARCHIVE.file("doc/bom.json"));
        for (JsonNode component : bom.path("components")) {
            LIBRARIES.put(component.path("name").asString(), Archive.unzip(jar(component)));
        }
    }

    @Test
    void allRelocatedClassesAreThoseOfTheListedLibraries() {
        Set<String> listed = new TreeSet<>();
        LIBRARIES
                .values()
                .forEach(files -> files.keySet().stream()
                        .filter(file -> file.endsWith(".class") && !file.endsWith("module-info.class"))
                        .filter(file -> !file.startsWith("META-INF/"))
                        .forEach(file -> listed.add(RELOCATED + file)));

        assertThat(CONNECTOR.keySet())
                .filteredOn(file -> file.startsWith(RELOCATED) && file.endsWith(".class"))
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    @Test
    void theBillOfMaterialsIsOfThisConnectorAndListsEachByTheHashOfItsJar() {
        assertThat(bom.path("bomFormat").asString()).isEqualTo("CycloneDX");
        assertThat(bom.at("/metadata/component/purl").asString())
                .startsWith("pkg:maven/io.github.smartia/kafka-connect-smart-ia@");
        assertThat(ARCHIVE.names("lib"))
                .containsExactly("kafka-connect-smart-ia-"
                        + bom.at("/metadata/component/version").asString() + ".jar");
        assertThat(bom.path("components"))
                .isNotEmpty()
                .allSatisfy(component -> assertThat(component.path("hashes").valueStream())
                        .anySatisfy(hash -> assertThat(hash.toString())
                                .contains("\"SHA-256\"", sha256(Files.readAllBytes(jar(component))))));
    }

    @Test
    void thePageOfLibrariesListsEachWithItsLicence() {
        String page = new String(ARCHIVE.file("doc/licenses/bundled.md"), UTF_8);

        assertThat(bom.path("components"))
                .allSatisfy(component -> assertThat(page)
                        .containsPattern("\\Q[" + component.path("group").asString() + ":"
                                + component.path("name").asString() + "](https://\\E\\S+\\) \\| \\Q"
                                + component.path("version").asString() + " | "
                                + component.at("/licenses/0/license/id").asString() + " |\\E\n"));
    }

    @Test
    void allLicencesAndNoticesOfLibrariesAreInDocumentsAndJar() {
        String notice = new String(CONNECTOR.get("META-INF/NOTICE"), UTF_8);
        assertThat(ARCHIVE.names("doc")).contains("licenses/jackson-core/META-INF/FastDoubleParser-LICENSE");
        LIBRARIES.forEach((library, files) -> assertThat(files.keySet())
                .filteredOn(file -> file.matches("META-INF/[^/]*(LICENSE|NOTICE)[^/]*"))
                .allSatisfy(file -> {
                    String text = new String(files.get(file), UTF_8);
                    assertThat(ARCHIVE.names("doc")).contains("licenses/" + library + "/" + file);
                    if (file.equals("META-INF/NOTICE")) {
                        assertThat(notice).contains(text.strip());
                    } else {
                        assertThat(CONNECTOR.get(file)).asString(UTF_8).isEqualTo(text);
                    }
                }));
    }

    private static Path jar(JsonNode component) {
        String name = component.path("name").asString() + "-"
                + component.path("version").asString() + ".jar";
        List<Path> jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.endsWith(name))
                .toList();
        assertThat(jars).as("%s on the class path", name).hasSize(1);
        return jars.get(0);
    }

    private static String sha256(byte[] content) {
        return Unchecked.get(() ->
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
    }
}
