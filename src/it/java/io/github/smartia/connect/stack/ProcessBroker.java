package io.github.smartia.connect.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/** A broker in a child process, for tests to end hard and start again. Keeps its data and its port meanwhile. */
public final class ProcessBroker extends ChildProcess implements Broker {

    /** The session is short since a broker that was killed may not come back before its old session is over. */
    private static final String PROPERTIES = """
            node.id=1
            process.roles=broker,controller
            listeners=CLIENTS://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
            inter.broker.listener.name=CLIENTS
            controller.listener.names=CONTROLLER
            listener.security.protocol.map=CLIENTS:%4$s,CONTROLLER:PLAINTEXT
            controller.quorum.voters=1@127.0.0.1:%2$d
            log.dirs=%3$s
            broker.session.timeout.ms=3000
            broker.heartbeat.interval.ms=500
            """;

    private final String bootstrapServers;
    private final BrokerSecurity security;

    private ProcessBroker(JavaProgram program, int port, BrokerSecurity security) {
        super(program, () -> accepts(port));
        this.bootstrapServers = "127.0.0.1:" + port;
        this.security = security;
    }

    /** Formats a data directory and starts a broker on it that lets everybody do everything. */
    static ProcessBroker start(StackDirectories directories) {
        return start(directories, BrokerSecurity.NONE);
    }

    static ProcessBroker start(StackDirectories directories, BrokerSecurity security) {
        int port = FreePorts.next();
        Path home = directories.fresh("broker");
        String settings = PROPERTIES.formatted(
                        port, FreePorts.next(), home.resolve("data").toString().replace('\\', '/'), security.protocol())
                + security.properties();
        Path properties = WorkerFile.write(
                home.resolve("server.properties"),
                WorkerFile.ofBroker().with(settings).settings());
        ChildProcess.run(kafka(
                directories,
                "broker-format",
                "kafka.tools.StorageTool",
                "format",
                "-t",
                Uuid.randomUuid().toString(),
                "-c",
                properties.toString()));
        ProcessBroker broker =
                new ProcessBroker(kafka(directories, "broker", "kafka.Kafka", properties.toString()), port, security);
        broker.start();
        return broker;
    }

    @Override
    public String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public Map<String, Object> clientProperties() {
        Map<String, Object> properties = new HashMap<>(security.administrator());
        properties.put("bootstrap.servers", bootstrapServers);
        return properties;
    }

    @Override
    public void start() {
        super.start();
        awaitAnswer();
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private void awaitAnswer() {
        Unchecked.run(() -> {
            try (Admin admin = admin()) {
                admin.describeCluster().nodes().get(60, TimeUnit.SECONDS);
            }
        });
    }

    private static JavaProgram kafka(StackDirectories directories, String name, String mainClass, String... arguments) {
        return JavaProgram.of(
                directories,
                name,
                mainClass,
                directories.kafka().resolve("*"),
                Jvm.ofTheBuild(512),
                List.of(arguments));
    }
}
