package io.github.smartia.connect.stack;

import io.github.smartia.connect.documents.DocumentedCommand;
import java.nio.file.Path;
import java.util.List;

/** A broker that denies a user all that no ACL allows, and a worker from a file for users. For one thread. */
public final class SecuredCluster implements AutoCloseable {

    private final StackDirectories directories;
    private final ProcessBroker broker;
    private final Path administrator;

    private SecuredCluster(StackDirectories directories, ProcessBroker broker, Path administrator) {
        this.directories = directories;
        this.broker = broker;
        this.administrator = administrator;
    }

    public static SecuredCluster start(String user, String password) {
        StackDirectories directories = StackDirectories.ofTheBuild().apart("secured");
        directories.emptyLogs();
        BrokerSecurity security = BrokerSecurity.denyingAllTo(user, password);
        ProcessBroker broker = ProcessBroker.start(directories, security);
        Path administrator = WorkerFile.write(
                directories.fresh("administrator").resolve("admin.properties"), security.administrator());
        return new SecuredCluster(directories, broker, administrator);
    }

    public ProcessBroker broker() {
        return broker;
    }

    public String run(DocumentedCommand command) {
        DocumentedCommand here =
                command.with("localhost:9092", broker.bootstrapServers()).with("admin.properties", administrator);
        return KafkaScript.named(here.program()).run(here.arguments());
    }

    /** Starts a distributed worker that has the packaged connector and no other plugin; the caller closes it. */
    public ConnectWorker startWorker(WorkerFile file) {
        Path plugins = directories.fresh(StackDirectories.PLUGINS);
        directories.unpackArchiveInto(plugins);
        ConnectWorker worker = ConnectWorker.of(
                directories,
                "secured-worker",
                broker.bootstrapServers(),
                List.of(plugins),
                KafkaScript.CONNECT_DISTRIBUTED,
                file,
                WorkerOptions.inGroup(""));
        worker.start();
        return worker;
    }

    @Override
    public void close() {
        broker.close();
    }
}
