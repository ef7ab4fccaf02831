package dev.s2ioc.source;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.BooleanSupplier;

/** Whether the machine's processors have time left, as far as can be known: looked at now and then, when first asked. */
final class SpareTime implements BooleanSupplier {
    private static final long INTERVAL = 500_000_000;
    private static final double BUSY = 0.8;

    private OperatingSystemMXBean system;
    private long looked;

    @Override
    public boolean getAsBoolean() {
        long now = System.nanoTime();
        if (system == null) {
            system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
            // What is told is the load since one has looked before.
            system.getCpuLoad();
            looked = now;
        }
        if (now - looked < INTERVAL) {
            return false;
        }
        looked = now;
        double load = system.getCpuLoad();
        return load >= 0 && load < BUSY;
    }
}
