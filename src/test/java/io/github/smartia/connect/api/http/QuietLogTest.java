package io.github.smartia.connect.api.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.smartia.connect.api.PageFetcher;
import io.github.smartia.connect.api.SessionFilter;
import io.github.smartia.connect.api.http.ApiOptions.InProgressEndpoint;
import io.github.smartia.connect.api.json.SessionJson;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** "Never in a log […]: the API key, or any personal data at any log level." */
class QuietLogTest {

    private static final String PUPIL = "pup1l-1d-th4t-n0b0dy-may-see";
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
                .doesNotContain(Queries.KEY, PUPIL)
                .doesNotContain("Zo", "zoe", "A123456789012");
    }

    /** Loads every class once more, so that loggers are made again while all of them are set to log everything. */
    private String logOfARequest() throws Exception {
        Path log = directory.resolve("log");
        Map<String, String> settings = Map.of(LOGGER + "defaultLogLevel", "trace", LOGGER + "logFile", log.toString());
        settings.forEach(System::setProperty);
        try (URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Class<?> requests = loader.loadClass(LoggedRequests.class.getName());
            requests.getMethod("make", String.class).invoke(null, SERVER.baseUrl());
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
        return Files.readString(log);
    }

    private static URL[] classPath() throws MalformedURLException {
        String[] entries = System.getProperty("java.class.path").split(File.pathSeparator, -1);
        URL[] urls = new URL[entries.length];
        for (int i = 0; i < entries.length; i++) {
            urls[i] = Path.of(entries[i]).toUri().toURL();
        }
        return urls;
    }

    /** Run where everything is logged. */
    public static final class LoggedRequests {

        private LoggedRequests() {}

        /** Searches for a page, and makes the call that has ids of pupils in its URL; throws where one gets no page. */
        public static void make(String url) {
            SessionFilter pupils = new SessionFilter(List.of(), List.of(PUPIL), List.of());
            try (PageFetcher api = Queries.alone(Queries.options(url, InProgressEndpoint.IN_PROGRESS, pupils))) {
                Queries.fetch(api);
                Queries.fetch(api, Queries.IN_PROGRESS);
            }
        }
    }
}
