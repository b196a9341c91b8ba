package io.github.smartia.connect.secrets;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import io.github.smartia.connect.stack.Unchecked;
import java.io.IOException;
import java.rmi.UnmarshalException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What a JVM tells those who may manage it: its MBeans, and its threads with what they do. Not its heap. */
final class JvmRemains {

    /** An enumeration of the worker's, which JVMs elsewhere don't know. */
    private static final String KIND_OF_CONNECTOR = "org.apache.kafka.connect.runtime.rest.entities.ConnectorType";

    private final MBeanServerConnection server;
    private final List<Remnant> remnants = new ArrayList<>();
    private final String when;

    private JvmRemains(MBeanServerConnection server, String when) {
        this.server = server;
        this.when = when;
    }

    /** @param when for the reader of a leak */
    // The address is that of a JVM that the test itself started.
    @SuppressWarnings("BanJNDI")
    static List<Remnant> of(ProcessHandle process, String when) {
        return Unchecked.get(() -> {
            try (JMXConnector connector = JMXConnectorFactory.connect(address(process))) {
                JvmRemains jvm = new JvmRemains(connector.getMBeanServerConnection(), when);
                jvm.addBeans();
                jvm.addThreads();
                return jvm.remnants;
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

    private void addBeans() throws IOException, JMException {
        for (ObjectName bean : server.queryNames(null, null)) {
            StringBuilder text = new StringBuilder(bean.getCanonicalName());
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(bean).getAttributes()) {
                text.append('\n').append(attribute.getName()).append(' ').append(value(bean, attribute));
            }
            remnants.add(Remnant.of("MBean " + bean + " " + when, text.toString()));
        }
    }

    private String value(ObjectName bean, MBeanAttributeInfo attribute) throws IOException {
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

    private void addThreads() throws IOException, JMException {
        Object threads = server.invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "threadPrint",
                new Object[] {new String[0]},
                new String[] {String[].class.getName()});
        remnants.add(Remnant.of("the threads " + when, threads.toString()));
    }
}
