package io.github.smartia.connect.leak;

import io.github.smartia.connect.RunningConnector;
import io.github.smartia.connect.simulated.SimulatedApi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Settings under which nothing personal may be written, with each secret, and the ids to filter by, as references. */
final class CarefulSettings {

    static final String KEY = "leak-key-8Vx2Jq7PmT";
    static final String TRUST_STORE_PASSWORD = "leak-store-3Lw5Yb";
    static final String PROXY_PASSWORD = "leak-proxy-6Kt3Rn";

    private static final String PSEUDONYM_SECRET = "leak-pseudonyms-4Hd9Wz";
    private static final String USERS = CarefulSchool.ONE.userId() + "," + CarefulSchool.OTHER.userId();

    private CarefulSettings() {}

    /** All that must turn up nowhere. */
    static List<Planted> planted() {
        List<Planted> planted = new ArrayList<>();
        planted.addAll(CarefulSchool.ONE.planted());
        planted.addAll(CarefulSchool.OTHER.planted());
        planted.add(new Planted("api.key", KEY));
        planted.add(new Planted("user.pseudonym.secret", PSEUDONYM_SECRET));
        planted.add(new Planted("api.ssl.truststore.password", TRUST_STORE_PASSWORD));
        planted.add(new Planted("the password in api.proxy.url", PROXY_PASSWORD));
        return planted;
    }

    static Map<String, String> of(String name, SimulatedApi api) {
        Vault vault = Vault.holding(Map.of("secret", PSEUDONYM_SECRET, "users", USERS));
        Map<String, String> config = new HashMap<>(RunningConnector.config(name, api));
        config.put("dead.letter.topic", name + "-dead");
        config.put("user.fields.exclude", "username,fullName,firstName,middleName,lastName,gender,upn,dateOfBirth");
        config.put("user.fields.pseudonymise", "userId,externalId,emails");
        config.put("user.pseudonym.secret", vault.reference("secret"));
        config.put("filter.user.ids", vault.reference("users"));
        return config;
    }

    /** The same, read through a proxy from a server with a certificate from a private CA, in {@code trustStore}. */
    static Map<String, String> through(int proxy, String url, String trustStore, Map<String, String> settings) {
        Vault vault = Vault.holding(Map.of(
                "proxy", "http://worker:" + PROXY_PASSWORD + "@localhost:" + proxy, "store", TRUST_STORE_PASSWORD));
        Map<String, String> config = new HashMap<>(settings);
        config.put("api.url", url);
        config.put("streams", "completed");
        config.put("api.proxy.url", vault.reference("proxy"));
        config.put("api.ssl.truststore.location", trustStore);
        config.put("api.ssl.truststore.type", "PKCS12");
        config.put("api.ssl.truststore.password", vault.reference("store"));
        return config;
    }

    /** The same with the secrets themselves in the place of references, as someone may send them to be validated. */
    static Map<String, String> inTheOpen(Map<String, String> settings) {
        Map<String, String> config = new HashMap<>(settings);
        config.put("connector.class", "SmartIaSourceConnector");
        config.put("api.key", KEY);
        config.put("user.pseudonym.secret", PSEUDONYM_SECRET);
        config.replace("api.ssl.truststore.password", TRUST_STORE_PASSWORD);
        return config;
    }
}
