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

    private final String bootstrapServers;
    private final WorkerFile client;

    private ProcessBroker(JavaProgram program, int port, WorkerFile client) {
        super(program, () -> accepts(port));
        this.bootstrapServers = "127.0.0.1:" + port;
        this.client = client;
    }

    /** Formats a data directory and starts a broker on it that lets everybody do everything. */
    static ProcessBroker start(StackDirectories directories) {
        return start(directories, "", WorkerFile.of(""));
    }

    /**
     * The same with settings of its own.
     *
     * @param more lines of its properties file
     * @param client what a client needs that may do everything
     */
    static ProcessBroker start(StackDirectories directories, String more, WorkerFile client) {
        int port = FreePorts.next();
        Path home = directories.fresh("broker");
        String data = home.resolve("data").toString().replace('\\', '/');
        String settings = Resource.text("process-broker.properties").formatted(port, FreePorts.next(), data);
        String properties = WorkerFile.ofBroker()
                .with(settings)
                .with(more)
                .write(home.resolve("server.properties"))
                .toString();
        String id = Uuid.randomUuid().toString();
        ChildProcess.run(
                kafka(directories, "broker-format", "kafka.tools.StorageTool", "format", "-t", id, "-c", properties));
        ProcessBroker broker = new ProcessBroker(kafka(directories, "broker", "kafka.Kafka", properties), port, client);
        broker.start();
        return broker;
    }

    @Override
    public String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public Map<String, Object> clientProperties() {
        return new HashMap<>(
                client.with(Map.of("bootstrap.servers", bootstrapServers)).settings());
    }

    @Override
    public void start() {
        super.start();
        Unchecked.run(() -> {
            try (Admin admin = admin()) {
                admin.describeCluster().nodes().get(60, TimeUnit.SECONDS);
            }
        });
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
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
