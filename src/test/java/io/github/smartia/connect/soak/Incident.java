package io.github.smartia.connect.soak;

import io.github.smartia.connect.stack.ConnectRest;
import io.github.smartia.connect.stack.ProcessBroker;

/** What happens to a connector in operation. */
enum Incident {
    WORKER_KILLED("a worker killed (kill -9)") {
        @Override
        void happenTo(SoakedConnector connector, ProcessBroker broker) {
            connector.workers().killOwner(connector.name());
        }
    },
    BROKER_KILLED("the broker killed (kill -9) and started again") {
        @Override
        void happenTo(SoakedConnector connector, ProcessBroker broker) {
            broker.kill();
            broker.start();
        }
    },
    WORKER_STOPPED("a worker ended in good order") {
        @Override
        void happenTo(SoakedConnector connector, ProcessBroker broker) {
            connector.workers().stopOwner(connector.name());
        }
    },
    BROKER_STOPPED("the broker ended in good order and started again") {
        @Override
        void happenTo(SoakedConnector connector, ProcessBroker broker) {
            broker.stop();
            broker.start();
        }
    },
    RESTARTED("the connector restarted") {
        @Override
        void happenTo(SoakedConnector connector, ProcessBroker broker) {
            connector.rest().restart(connector.name());
        }
    },
    PAUSED("the connector paused and resumed") {
        @Override
        void happenTo(SoakedConnector connector, ProcessBroker broker) {
            ConnectRest rest = connector.rest();
            rest.pause(connector.name());
            rest.awaitState(connector.name(), "PAUSED");
            rest.resume(connector.name());
        }
    },
    STOPPED("the connector stopped and resumed") {
        @Override
        void happenTo(SoakedConnector connector, ProcessBroker broker) {
            ConnectRest rest = connector.rest();
            rest.stop(connector.name());
            rest.awaitState(connector.name(), "STOPPED");
            rest.resume(connector.name());
        }
    },
    RECONFIGURED("the connector given another page size") {
        @Override
        void happenTo(SoakedConnector connector, ProcessBroker broker) {
            connector.reconfigure();
        }
    };

    private final String meaning;

    Incident(String meaning) {
        this.meaning = meaning;
    }

    /** Makes it happen; the connector may still be recovering when it returns. */
    abstract void happenTo(SoakedConnector connector, ProcessBroker broker);

    @Override
    public String toString() {
        return meaning;
    }
}
