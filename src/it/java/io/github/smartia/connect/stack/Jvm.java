package io.github.smartia.connect.stack;

import java.util.List;

/** Options of the JVMs that the stack runs in. */
public final class Jvm {

    private Jvm() {}

    /** For tests, which start processes more than they use them: half the time to start, less speed later. */
    public static List<String> quickToStart(int heapMegabytes) {
        return List.of("-Xmx" + heapMegabytes + "m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", LOG_LEVEL);
    }

    /** For measurements: the JVM's own choices, as in production. */
    public static List<String> asInProduction(int heapMegabytes) {
        return List.of("-Xmx" + heapMegabytes + "m", LOG_LEVEL);
    }

    /** For what serves others: as the build's system property {@code stack.jvm} says. */
    static List<String> ofTheBuild(int heapMegabytes) {
        boolean production = "production".equals(System.getProperty("stack.jvm"));
        return production ? asInProduction(heapMegabytes) : quickToStart(heapMegabytes);
    }

    /** Kafka logs through Log4j, which says only errors where it finds no configuration. */
    private static final String LOG_LEVEL = "-Dorg.apache.logging.log4j.level=INFO";
}
