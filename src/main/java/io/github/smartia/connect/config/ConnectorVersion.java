package io.github.smartia.connect.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of the connector. */
public final class ConnectorVersion {

    private static final String VERSION = read();

    private ConnectorVersion() {}

    public static String get() {
        return VERSION;
    }

    private static String read() {
        try (InputStream file =
                ConnectorVersion.class.getResourceAsStream("/io/github/smartia/connect/version.properties")) {
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("the connector's jar is damaged: version.properties can't be read", e);
        }
    }
}
