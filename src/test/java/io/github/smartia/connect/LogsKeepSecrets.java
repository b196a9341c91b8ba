package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test after which a log of the stack shows one of the {@link Secrets}. */
public final class LogsKeepSecrets implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        try (Stream<Path> logs =
                Files.walk(Path.of(System.getProperty("stack.logs")).getParent())) {
            for (Path log :
                    logs.filter(file -> file.toString().endsWith(".log")).toList()) {
                assertThat(secretsIn(log))
                        .as("lines of %s that show a secret", log)
                        .isEmpty();
            }
        }
    }

    private static List<String> secretsIn(Path log) throws IOException {
        return Secrets.shownIn(new String(Files.readAllBytes(log), StandardCharsets.UTF_8));
    }
}
