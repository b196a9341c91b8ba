package io.github.smartia.connect.soak;

import io.github.smartia.connect.stack.ConnectRest;
import io.github.smartia.connect.stack.ProcessBroker;

/** What happens to a connector in operation. */
enum Incident {
    WORKER_KILLED("a worker killed (kill -9)"),
    BROKER_KILLED("the broker killed (kill -9) and started again"),
    WORKER_STOPPED("a worker stopped"),
    BROKER_STOPPED("the broker stopped and started again"),
    RESTARTED("the connector restarted"),
    PAUSED("the connector paused and resumed"),
    STOPPED("the connector stopped and resumed"),
    RECONFIGURED("the connector's page size changed");

    private final String meaning;

    Incident(String meaning) {
        this.meaning = meaning;
    }

    /** Makes it happen; the connector may still be recovering when it returns. */
    void happenTo(SoakedConnector connector, ProcessBroker broker) {
        ConnectRest rest = connector.connect();
        String name = connector.name();
        switch (this) {
            case WORKER_KILLED -> connector.workers().killOwner(name);
            case BROKER_KILLED -> {
                broker.kill();
                broker.start();
            }
            case WORKER_STOPPED -> connector.workers().stopOwner(name);
            case BROKER_STOPPED -> {
                broker.stop();
                broker.start();
            }
            case RESTARTED -> rest.restart(name);
            case PAUSED -> {
                rest.pause(name);
                rest.awaitState(name, "PAUSED");
                rest.resume(name);
            }
            case STOPPED -> {
                rest.stop(name);
                rest.resume(name);
            }
            case RECONFIGURED -> connector.reconfigure();
        }
    }

    @Override
    public String toString() {
        return meaning;
    }
}
