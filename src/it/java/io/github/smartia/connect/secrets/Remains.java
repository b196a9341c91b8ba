package io.github.smartia.connect.secrets;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.Unchecked;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.rmi.UnmarshalException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Collects what connectors leave behind on a worker and around it, while they run and at the end. For one thread. */
final class Remains {

    private static final List<String> OF_THE_WORKER = List.of(
            "/",
            "/connectors?expand=info&expand=status",
            "/connector-plugins?connectorsOnly=false",
            "/connector-plugins/SmartIaSourceConnector/config",
            "/admin/loggers");
    private static final List<String> OF_A_CONNECTOR =
            List.of("", "/config", "/tasks", "/status", "/offsets", "/topics");

    /** An enumeration of the worker's, which JVMs elsewhere don't know. */
    private static final String KIND_OF_CONNECTOR = "org.apache.kafka.connect.runtime.rest.entities.ConnectorType";

    private final Stack stack;
    private final ConnectWorker worker;
    private final Set<String> topicsBefore;
    private final List<Remnant> remnants = new ArrayList<>();

    Remains(Stack stack, ConnectWorker worker, Set<String> topicsBefore) {
        this.stack = stack;
        this.worker = worker;
        this.topicsBefore = topicsBefore;
    }

    void addAnswers(String when) {
        OF_THE_WORKER.forEach(path -> addAnswer(path, when));
        for (String name : worker.rest().connectors()) {
            OF_A_CONNECTOR.forEach(about -> addAnswer("/connectors/" + name + about, when));
        }
    }

    private void addAnswer(String path, String when) {
        remnants.add(Remnant.of("GET " + path + " " + when, worker.rest().get(path)));
    }

    /**
     * Takes the response to a validation of these settings, but for the ids that they filter by: those are the sender's
     * own, and the worker shows them resolved by its own design.
     */
    void addValidation(Map<String, String> config, String when) {
        JsonNode answer = worker.rest().validateInFull(config);
        ((ArrayNode) answer.get("configs"))
                .removeIf(setting -> setting.at("/value/name").asString("").equals("filter.user.ids"));
        remnants.add(Remnant.of("the answer to validate " + when, answer.toString()));
    }

    /** What the JVM tells those who may manage it: its MBeans, and its threads with what they do. Not its heap. */
    // The address is that of a JVM that the test itself started.
    @SuppressWarnings("BanJNDI")
    void addJvm(String when) {
        Unchecked.run(() -> {
            try (JMXConnector connector = JMXConnectorFactory.connect(address(worker.handle()))) {
                addBeans(connector.getMBeanServerConnection(), when);
                remnants.add(threads(connector.getMBeanServerConnection(), when));
            }
        });
    }

    private static JMXServiceURL address(ProcessHandle process) throws IOException, AttachNotSupportedException {
        VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
        try {
            return new JMXServiceURL(machine.startLocalManagementAgent());
        } finally {
            machine.detach();
        }
    }

    private void addBeans(MBeanServerConnection server, String when) throws IOException, JMException {
        for (ObjectName bean : server.queryNames(null, null)) {
            StringBuilder text = new StringBuilder(bean.getCanonicalName());
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(bean).getAttributes()) {
                text.append('\n').append(attribute.getName()).append(' ').append(value(server, bean, attribute));
            }
            remnants.add(Remnant.of("MBean " + bean + " " + when, text.toString()));
        }
    }

    private static String value(MBeanServerConnection server, ObjectName bean, MBeanAttributeInfo attribute)
            throws IOException {
        try {
            // Spells out arrays of any type.
            return Arrays.deepToString(new Object[] {server.getAttribute(bean, attribute.getName())});
        } catch (UnmarshalException e) {
            if (e.getCause() instanceof ClassNotFoundException type
                    && type.getMessage().startsWith(KIND_OF_CONNECTOR)) {
                return "source or sink";
            }
            throw e;
        } catch (JMException | RuntimeException e) {
            return "can't be read: " + e;
        }
    }

    private static Remnant threads(MBeanServerConnection server, String when) throws IOException, JMException {
        Object threads = server.invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "threadPrint",
                new Object[] {new String[0]},
                new String[] {String[].class.getName()});
        return Remnant.of("the threads " + when, threads.toString());
    }

    /** All that was taken, and what topics, registry and logs hold now. */
    List<Remnant> all() throws IOException {
        List<Remnant> all = new ArrayList<>(remnants);
        stack.broker().readAll(topic -> !topicsBefore.contains(topic)).forEach(record -> all.add(of(record)));
        stack.registry().latestSchemas().forEach(schema -> all.add(Remnant.of("a schema of the registry", schema)));
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(worker.log().getParent(), "*.log")) {
            for (Path log : logs) {
                all.add(new Remnant("log " + log.getFileName(), Files.readAllBytes(log)));
            }
        }
        return all;
    }

    /** The record in full, as the bytes that the broker has. */
    private static Remnant of(ConsumerRecord<byte[], byte[]> record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(record.topic().getBytes(StandardCharsets.UTF_8));
        Stream.of(record.key(), record.value()).filter(Objects::nonNull).forEach(bytes::writeBytes);
        record.headers().forEach(header -> {
            bytes.writeBytes(header.key().getBytes(StandardCharsets.UTF_8));
            Optional.ofNullable(header.value()).ifPresent(bytes::writeBytes);
        });
        return new Remnant(
                "topic %s, partition %d, offset %d".formatted(record.topic(), record.partition(), record.offset()),
                bytes.toByteArray());
    }
}
