package io.github.smartia.connect.secrets;

import io.github.smartia.connect.RunningConnector;
import io.github.smartia.connect.api.json.SessionJson;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.tls.PrivateCa;
import io.github.smartia.connect.tls.TlsServer;
import io.github.smartia.connect.tls.TunnelProxy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Settings under which nothing personal may be written, with each secret, and the ids to filter by, as references. */
final class CarefulSettings implements AutoCloseable {

    static final String SEARCHING = "secrets-searching";
    static final String GETTING = "secrets-getting";
    static final String TUNNELLING = "secrets-tunnelling";
    static final String KEY = "planted-key-8Vx2Jq7PmT";
    static final String KEY_VARIABLE = "SMART_IA_API_KEY";

    private static final String PSEUDONYM_SECRET = "planted-pseudonyms-4Hd9Wz";
    private static final String TRUST_STORE_PASSWORD = "planted-store-3Lw5Yb";
    private static final String PROXY_PASSWORD = "planted-proxy-6Kt3Rn";

    static final String PROXY_AUTHORISATION = "Basic "
            + Base64.getEncoder().encodeToString(("worker:" + PROXY_PASSWORD).getBytes(StandardCharsets.UTF_8));

    private final SimulatedApi api;
    private final PrivateCa ca = new PrivateCa("The school's CA");
    private final TlsServer tls = TlsServer.start(
            ca.certify("localhost"), SessionJson.page(1, CarefulSchool.session().json()));

    CarefulSettings(SimulatedApi api) {
        this.api = api;
    }

    static Map<String, String> planted() {
        Map<String, String> planted = new HashMap<>();
        List.of(CarefulSchool.ONE, CarefulSchool.OTHER)
                .forEach(pupil -> pupil.planted()
                        .forEach((name, value) -> planted.put(pupil.piece().charAt(0) + "'s " + name, value)));
        planted.put("api.key", KEY);
        planted.put("user.pseudonym.secret", PSEUDONYM_SECRET);
        planted.put("api.ssl.truststore.password", TRUST_STORE_PASSWORD);
        planted.put("the password in api.proxy.url", PROXY_PASSWORD);
        return planted;
    }

    Map<String, String> of(String name) {
        Map<String, String> config = RunningConnector.config(name, api);
        config.put("dead.letter.topic", name + "-dead");
        config.put("user.fields.exclude", "username,fullName,firstName,middleName,lastName,gender,upn,dateOfBirth");
        config.put("user.fields.pseudonymise", "userId,externalId,emails");
        config.put("user.pseudonym.secret", RunningConnector.reference(PSEUDONYM_SECRET));
        String users = CarefulSchool.ONE.userId() + "," + CarefulSchool.OTHER.userId();
        config.put("filter.user.ids", RunningConnector.reference(users));
        return config;
    }

    Map<String, String> getting() {
        Map<String, String> config = of(GETTING);
        config.put("in.progress.endpoint", "in-progress");
        config.put("api.key", "${env:" + KEY_VARIABLE + "}");
        return config;
    }

    /** Read through a proxy from a server with a certificate from a private CA. */
    Map<String, String> tunnelling(TunnelProxy through) throws IOException {
        Map<String, String> config = of(TUNNELLING);
        config.put("api.url", tls.url());
        config.put("streams", "completed");
        config.put(
                "api.proxy.url",
                RunningConnector.reference("http://worker:" + PROXY_PASSWORD + "@localhost:" + through.port()));
        Path store = Files.createTempFile("truststore", ".p12");
        store.toFile().deleteOnExit();
        config.put(
                "api.ssl.truststore.location",
                ca.write(store, "PKCS12", TRUST_STORE_PASSWORD).toString());
        config.put("api.ssl.truststore.type", "PKCS12");
        config.put("api.ssl.truststore.password", RunningConnector.reference(TRUST_STORE_PASSWORD));
        return config;
    }

    /** With the secrets themselves in the place of references, as someone may send them to be validated. */
    static Map<String, String> inTheOpen(Map<String, String> settings) {
        Map<String, String> config = new HashMap<>(settings);
        config.put("connector.class", "SmartIaSourceConnector");
        config.put("api.key", KEY);
        config.put("user.pseudonym.secret", PSEUDONYM_SECRET);
        config.replace("api.ssl.truststore.password", TRUST_STORE_PASSWORD);
        return config;
    }

    @Override
    public void close() {
        tls.close();
    }
}
