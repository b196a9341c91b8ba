package io.github.smartia.connect.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerVersionTest {

    @TempDir
    private Path jars;

    @Test
    void isThatOfTheRuntimeAmongTheJars() throws IOException {
        Files.createFile(jars.resolve("connect-api-3.6.2.jar"));
        Files.createFile(jars.resolve("connect-runtime-3.6.2.jar"));

        assertThat(WorkerVersion.in(jars)).hasToString("3.6.2");
    }

    @Test
    void isRefusedWhereAnEarlierBuildLeftAnother() throws IOException {
        Files.createFile(jars.resolve("connect-runtime-3.6.1.jar"));
        Files.createFile(jars.resolve("connect-runtime-3.6.2.jar"));

        assertThatThrownBy(() -> WorkerVersion.in(jars))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("3.6.1")
                .hasMessageContaining("mvn clean");
    }
}
