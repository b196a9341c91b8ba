package io.github.smartia.connect.stack;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What was measured on, for people who compare. */
public final class Machine {

    private Machine() {}

    /** With the load: more threads than the build's own tell of neighbours, who make all figures worse. */
    public static String here() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return String.format(
                Locale.ROOT,
                "%d cores, %d GB of memory, %s %s, load average %.1f before the run",
                system.getAvailableProcessors(),
                Math.round(system.getTotalMemorySize() / 1e9),
                System.getProperty("java.vm.name"),
                System.getProperty("java.version"),
                system.getSystemLoadAverage());
    }
}
