package io.github.smartia.connect.stack;

import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

/**
 * A script of Kafka's distribution. Maven's repositories have none of them, but the classes that they start with the
 * arguments as they are.
 */
public enum KafkaScript {
    CONNECT_DISTRIBUTED("org.apache.kafka.connect.cli.ConnectDistributed"),
    CONNECT_STANDALONE("org.apache.kafka.connect.cli.ConnectStandalone"),
    CONNECT_PLUGIN_PATH("org.apache.kafka.tools.ConnectPluginPath"),
    KAFKA_ACLS("org.apache.kafka.tools.AclCommand"),
    KAFKA_CONFIGS("org.apache.kafka.tools.ConfigCommand"),
    KAFKA_TRANSACTIONS("org.apache.kafka.tools.TransactionsCommand");

    final String mainClass;

    KafkaScript(String mainClass) {
        this.mainClass = mainClass;
    }

    /** The script of a file such as {@code connect-distributed.sh}. */
    public static KafkaScript named(String file) {
        return valueOf(file.replaceFirst("\\.sh$", "").replace('-', '_').toUpperCase(Locale.ROOT));
    }

    /** What it printed, once it has ended with success. */
    public String run(List<String> arguments) {
        StackDirectories directories = StackDirectories.ofTheBuild();
        JavaProgram program = JavaProgram.of(
                directories,
                name().toLowerCase(Locale.ROOT),
                mainClass,
                directories.kafka().resolve("*"),
                // Warnings would stand among what it prints.
                List.of("-Xmx256m", "-Dorg.apache.logging.log4j.level=ERROR"),
                arguments);
        return Unchecked.get(() -> {
            Files.deleteIfExists(program.log());
            ChildProcess.run(program);
            return Files.readString(program.log());
        });
    }
}
