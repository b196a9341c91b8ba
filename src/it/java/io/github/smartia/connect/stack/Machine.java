package io.github.smartia.connect.stack;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * What was measured on, for people who compare.
 *
 * @param load how many threads wanted a core, on average over the minute before: more than the build's own tell of
 *     neighbours, who make all figures worse
 */
public record Machine(int cores, long memoryGigabytes, String jdk, double load) {

    public static Machine here() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                system.getAvailableProcessors(),
                Math.round(system.getTotalMemorySize() / 1e9),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
                system.getSystemLoadAverage());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d cores, %d GB of memory, %s, load average %.1f before the run",
                cores,
                memoryGigabytes,
                jdk,
                load);
    }
}
