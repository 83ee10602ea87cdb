package org.genjin.daemon;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What one run of something took: by the clock, and of the processor's time, which other programs on the machine do not lengthen.
 *
 * @param seconds by the clock
 * @param processor seconds of all threads, compiling and collecting of rubbish among them
 */
record Lap(double seconds, double processor) {

    private static final OperatingSystemMXBean SYSTEM = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    interface Work {
        void run() throws IOException;
    }

    static Lap of(Work work) throws IOException {
        long begun = System.nanoTime();
        long worked = SYSTEM.getProcessCpuTime();
        work.run();
        return new Lap((System.nanoTime() - begun) / 1e9, (SYSTEM.getProcessCpuTime() - worked) / 1e9);
    }

    /**
     * The one in the middle of so many, after as many that only warm up.
     *
     * @param before is done before each and not counted
     */
    static Lap median(int runs, Work before, Work work) throws IOException {
        List<Lap> laps = new ArrayList<>();
        for (int i = 0; i < 2 * runs; i++) {
            before.run();
            laps.add(of(work));
        }
        List<Lap> warm = new ArrayList<>(laps.subList(runs, laps.size()));
        warm.sort(Comparator.comparingDouble(Lap::processor));
        return warm.get(warm.size() / 2);
    }

    /** How many times longer this took than another. */
    double over(Lap other) {
        return processor / other.processor;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f s (%.2f s of processor time)", seconds, processor);
    }
}
