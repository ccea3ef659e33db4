package org.kithway.benchmarks;

import com.sun.management.OperatingSystemMXBean;

import java.lang.management.ManagementFactory;

/** The time that work takes, and the processor time that it costs; may be paused. */
final class Effort {
    private final LocalEngines engines;
    private final OperatingSystemMXBean machine =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private double seconds;
    private double ownSeconds;
    private double searchSeconds;

    private Effort(LocalEngines engines) {
        this.engines = engines;
    }

    static Effort begin(LocalEngines engines) {
        Effort effort = new Effort(engines);
        effort.goOn();
        return effort;
    }

    /** Begins stopped. */
    static Effort stopped(LocalEngines engines) {
        return new Effort(engines);
    }

    void goOn() {
        add(-1);
    }

    Effort stop() {
        add(1);
        return this;
    }

    private void add(int sign) {
        seconds += sign * System.nanoTime() / 1e9;
        ownSeconds += sign * machine.getProcessCpuTime() / 1e9;
        searchSeconds += sign * (engines.elasticsearchTime().toNanos() / 1e9);
    }

    double seconds() {
        return seconds;
    }

    /** Processor time of this process, which is the server, the broker and the benchmark. */
    double ownSeconds() {
        return ownSeconds;
    }

    /** Processor time of Elasticsearch. */
    double searchSeconds() {
        return searchSeconds;
    }

    double processorSeconds() {
        return ownSeconds + searchSeconds;
    }
}
