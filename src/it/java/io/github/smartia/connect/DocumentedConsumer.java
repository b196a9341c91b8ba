package io.github.smartia.connect;

import io.github.smartia.connect.documents.DocumentedProgram;
import io.github.smartia.connect.stack.RegistryDeserializer;
import io.github.smartia.connect.stack.Stack;
import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;

/** The properties of the Java consumer in src/docs/consumers.md, for the stack. */
final class DocumentedConsumer {

    private DocumentedConsumer() {}

    static Properties properties(Stack stack) throws IOException {
        String text = DocumentedProgram.of("src/docs/consumers.md", "properties")
                .with("localhost:9092", stack.broker().bootstrapServers())
                .with("http://localhost:8081", stack.registry().confluentUri())
                .with("io.confluent.kafka.serializers.KafkaAvroDeserializer", RegistryDeserializer.class.getName())
                .text();
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        return properties;
    }
}
