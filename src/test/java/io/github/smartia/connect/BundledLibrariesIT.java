package io.github.smartia.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the archive says of the libraries in it. */
class BundledLibrariesIT {

    private static Archive archive;
    private static JsonNode bom;

    @BeforeAll
    static void read() throws IOException {
        archive = Archive.read(Path.of(System.getProperty("stack.archive")));
        assumeThat(System.getProperty("build.network"))
                .as("the bill of materials is made by builds that are not offline")
                .isNotEqualTo("offline: true");
        bom = JsonMapper.shared().readTree(archive.file("doc/bom.json"));
    }

    @Test
    void theBillOfMaterialsListsThemAllByTheirHashes() {
        Map<String, String> listed = new TreeMap<>();
        bom.path("components")
                .forEach(component -> listed.put(
                        component.path("name").asString() + "-"
                                + component.path("version").asString() + ".jar",
                        sha256(component)));
        Map<String, String> bundled = new TreeMap<>();
        libraries().forEach(jar -> bundled.put(jar, sha256(archive.file("lib/" + jar))));

        assertThat(listed).isNotEmpty().isEqualTo(bundled);
    }

    @Test
    void theBillOfMaterialsIsOfThisConnector() {
        assertThat(bom.path("bomFormat").asString()).isEqualTo("CycloneDX");
        assertThat(bom.at("/metadata/component/purl").asString())
                .startsWith("pkg:maven/io.github.smartia/kafka-connect-smart-ia@");
        assertThat(archive.names("lib"))
                .contains("kafka-connect-smart-ia-"
                        + bom.at("/metadata/component/version").asString() + ".jar");
    }

    @Test
    void thePageOfLibrariesListsEachWithItsLicence() {
        String page = new String(archive.file("doc/licenses/bundled.md"), UTF_8);

        assertThat(bom.path("components"))
                .allSatisfy(component -> assertThat(page)
                        .containsPattern("\\Q[" + component.path("group").asString() + ":"
                                + component.path("name").asString() + "](https://\\E\\S+\\) \\| \\Q"
                                + component.path("version").asString() + " | "
                                + component.at("/licenses/0/license/id").asString() + " |\\E\n"));
    }

    @Test
    void allLicencesAndNoticesInJarsAreInTheDocumentsToo() throws IOException {
        for (String jar : libraries()) {
            String folder = "licenses/" + jar.replaceFirst("-[0-9.]+\\.jar$", "") + "/";
            List<String> inJar = archive.jar(jar).keySet().stream()
                    .filter(file -> file.matches("META-INF/[^/]*(LICENSE|NOTICE)[^/]*"))
                    .map(folder::concat)
                    .toList();

            assertThat(archive.names("doc")).as(jar).containsAll(inJar);
        }
        assertThat(archive.names("doc")).contains("licenses/jackson-core/META-INF/FastDoubleParser-LICENSE");
    }

    private static List<String> libraries() {
        return archive.names("lib").stream()
                .filter(jar -> !jar.startsWith("kafka-connect-smart-ia-"))
                .toList();
    }

    private static String sha256(JsonNode component) {
        return component
                .path("hashes")
                .valueStream()
                .filter(hash -> hash.path("alg").asString().equals("SHA-256"))
                .map(hash -> hash.path("content").asString())
                .findFirst()
                .orElse("none");
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
