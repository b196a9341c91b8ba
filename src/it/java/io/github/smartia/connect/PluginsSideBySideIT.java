package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.stack.Unchecked;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceConnector;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One class loader holds the archive's jar and other versions of its libraries, as it does on MSK Connect. */
@Timeout(60)
class PluginsSideBySideIT {

    /** A class of each library that both bring. */
    private static final List<String> SHARED_LIBRARIES = List.of(
            "org.apache.hc.client5.http.classic.HttpClient",
            "org.apache.hc.core5.http.HttpResponse",
            "org.apache.hc.core5.http2.HttpVersionPolicy",
            "tools.jackson.core.JsonParser",
            "tools.jackson.databind.ObjectMapper",
            "com.fasterxml.jackson.annotation.JsonProperty");

    @TempDir
    private static Path directory;

    private static List<Path> ours;
    private static List<Path> others;

    @BeforeAll
    static void findJars() throws IOException {
        Archive archive = Archive.ofTheBuild();
        ours = new ArrayList<>();
        for (String jar : archive.names("lib")) {
            ours.add(Files.write(directory.resolve(jar), archive.file("lib/" + jar)));
        }
        try (Stream<Path> jars = Files.list(Path.of(System.getProperty("stack.directory"), "beside"))) {
            others = jars.sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eachPluginFindsItsOwnLibraries(boolean oursFirst) throws Exception {
        try (PluginFolder folder = folder(oursFirst);
                SimulatedApi api = api()) {
            SourceConnector connector = ServiceLoader.load(SourceConnector.class, folder)
                    .findFirst()
                    .orElseThrow();
            assertThat(connector.validate(config(api)).configValues())
                    .flatExtracting(ConfigValue::errorMessages)
                    .isEmpty();
            assertThat(api.requests().count()).isEqualTo(1);

            SourceTask task =
                    (SourceTask) connector.taskClass().getDeclaredConstructor().newInstance();
            assertThat(read(task, config(api), 3))
                    .filteredOn(record -> record.value() != null)
                    .extracting(record -> ((Struct) record.value()).getString("organisation"))
                    .isNotEmpty()
                    .containsOnly("default");
            for (String library : SHARED_LIBRARIES) {
                assertThat(folder.origin(library)).isIn(others);
            }
        }
    }

    private static PluginFolder folder(boolean oursFirst) {
        Stream<Path> jars = oursFirst
                ? Stream.concat(ours.stream(), others.stream())
                : Stream.concat(others.stream(), ours.stream());
        return new PluginFolder(jars.toList());
    }

    private static SimulatedApi api() {
        SimulatedApi api = SimulatedApi.start(SimulatedApi.options().key(SchoolSessions.KEY));
        api.sessions().addAll(SchoolSessions.completed(3));
        return api;
    }

    private static Map<String, String> config(SimulatedApi api) {
        return Map.of("name", "beside-others", "api.url", api.url(), "api.key", api.key());
    }

    private static List<SourceRecord> read(SourceTask task, Map<String, String> config, int count)
            throws InterruptedException {
        List<SourceRecord> records = new ArrayList<>();
        task.initialize(new StoredBefore(Map.of()));
        task.start(config);
        try {
            while (records.size() < count) {
                records.addAll(task.poll());
            }
            return records;
        } finally {
            task.stop();
        }
    }

    /**
     * The class loader of a plugin folder on a worker: one for all jars in it, in this order. Beyond them it finds only what
     * a worker shares with plugins, Kafka and SLF4J.
     */
    private static final class PluginFolder extends URLClassLoader {

        PluginFolder(List<Path> jars) {
            super(jars.stream().map(PluginFolder::url).toArray(URL[]::new), new SharedClasses());
        }

        Path origin(String className) throws ClassNotFoundException {
            return Path.of(loadClass(className)
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .getPath());
        }

        private static URL url(Path jar) {
            return Unchecked.get(() -> jar.toUri().toURL());
        }

        /** Knows the classes of Kafka and SLF4J, by which test and connector understand each other, and the JDK's. */
        private static final class SharedClasses extends ClassLoader {

            SharedClasses() {
                super(getPlatformClassLoader());
            }

            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                if (name.startsWith("org.apache.kafka.") || name.startsWith("org.slf4j.")) {
                    return PluginFolder.class.getClassLoader().loadClass(name);
                }
                throw new ClassNotFoundException(name);
            }
        }
    }
}
