package io.github.smartia.connect.quickstart.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Chart.js, from its package on Maven Central. */
final class ChartLibrary {

    private static final String POM = "/META-INF/maven/org.webjars.npm/chart.js/pom.properties";

    private ChartLibrary() {}

    /** The bundle for browsers. Its directory is named after the version. */
    static String resource() {
        Properties pom = new Properties();
        try (InputStream properties = ChartLibrary.class.getResourceAsStream(POM)) {
            pom.load(properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "/META-INF/resources/webjars/chart.js/" + pom.getProperty("version") + "/dist/chart.umd.min.js";
    }
}
