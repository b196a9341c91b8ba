package io.github.smartia.connect.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What was measured on, for people who compare. */
record Machine(int cores, long memoryGigabytes, String jdk) {

    static Machine here() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                system.getAvailableProcessors(),
                Math.round(system.getTotalMemorySize() / 1e9),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
    }

    @Override
    public String toString() {
        return cores + " cores, " + memoryGigabytes + " GB of memory, " + jdk;
    }
}
