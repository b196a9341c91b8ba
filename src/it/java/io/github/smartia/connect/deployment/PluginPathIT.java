package io.github.smartia.connect.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.documents.DocumentedCommand;
import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.KafkaScript;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import io.github.smartia.connect.stack.WorkerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(StackExtension.class)
class PluginPathIT {

    /** The stack's own, beside jars that have none. */
    private static final String MANIFEST = "services.jar";

    @Test
    void aWorkerFindsAConverterWithoutAManifestOnceTheDocumentedCommandHasGivenItOne(Stack stack, @TempDir Path folder)
            throws IOException {
        copyWithoutManifest(stack.converter().pluginPath(), folder);
        DocumentedCommand sync = DocumentedCommand.of("src/docs/deployment.md", "bin/connect-plugin-path.sh")
                .with("FOLDER", folder);

        KafkaScript.named(sync.program()).run(sync.arguments());

        // It would not start without its converter.
        try (ConnectWorker worker =
                stack.startWorker(WorkerOptions.inGroup("synced").with("plugin.path", folder.toString()))) {
            assertThat(worker.rest().get("/connector-plugins?connectorsOnly=false"))
                    .contains(stack.converter().className());
        }
    }

    private static void copyWithoutManifest(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            List<Path> others = paths.filter(path -> !path.endsWith(MANIFEST) && !path.equals(from))
                    .toList();
            for (Path path : others) {
                Files.copy(path, to.resolve(from.relativize(path)));
            }
        }
    }
}
