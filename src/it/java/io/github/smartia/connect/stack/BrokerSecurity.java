package io.github.smartia.connect.stack;

import java.util.Map;

/**
 * Who may do what on a broker.
 *
 * @param protocol of the listener for clients
 * @param properties lines of the broker's properties file
 * @param administrator what a client needs that may do everything
 */
record BrokerSecurity(String protocol, String properties, Map<String, String> administrator) {

    static final BrokerSecurity NONE = new BrokerSecurity("PLAINTEXT", "", Map.of());

    private static final String LOGIN =
            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\"";

    /** SASL/PLAIN, and nothing allowed to the user but by ACLs. */
    static BrokerSecurity denyingAllTo(String user, String password) {
        String administrator = LOGIN.formatted("admin", "admin");
        return new BrokerSecurity(
                "SASL_PLAINTEXT",
                """
                sasl.enabled.mechanisms=PLAIN
                sasl.mechanism.inter.broker.protocol=PLAIN
                listener.name.clients.plain.sasl.jaas.config=%s user_admin="admin" user_%s="%s";
                authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
                super.users=User:admin;User:ANONYMOUS
                """.formatted(administrator, user, password),
                Map.of(
                        "security.protocol", "SASL_PLAINTEXT",
                        "sasl.mechanism", "PLAIN",
                        "sasl.jaas.config", administrator + ";"));
    }
}
