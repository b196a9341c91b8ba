package io.github.smartia.connect.api.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.smartia.connect.api.json.SessionJson;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** "Never in a log […]: the API key, or any personal data at any log level." */
class QuietLogTest {

    private static final String LOGGER = "org.slf4j.simpleLogger.";

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1").gzipDisabled(true))
            .build();

    @TempDir
    private Path directory;

    @Test
    void keyAndPupilsAreNotLoggedAtTheFinestLevel() throws Exception {
        SERVER.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withBody(SessionJson.page(1, SessionJson.completed().text()))));

        String log = logOfARequest();

        assertThat(log)
                .as("the log, with the debug log of the HTTP library in it")
                .contains("PoolingHttpClientConnectionManager")
                .doesNotContain(Queries.KEY, LoggedRequest.PUPIL)
                .doesNotContain("Zo", "zoe", "A123456789012");
    }

    /** Loads every class once more, so that loggers are made again while all of them are set to log everything. */
    private String logOfARequest() throws Exception {
        Path log = directory.resolve("log");
        Map<String, String> settings = Map.of(LOGGER + "defaultLogLevel", "trace", LOGGER + "logFile", log.toString());
        settings.forEach(System::setProperty);
        try (URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Class<?> request = loader.loadClass(LoggedRequest.class.getName());
            assertThat(request.getMethod("made", String.class).invoke(null, SERVER.baseUrl()))
                    .isEqualTo(true);
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
        return Files.readString(log);
    }

    private static URL[] classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(QuietLogTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
