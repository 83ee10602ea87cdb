package org.genjin.daemon;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.ListenerNotFoundException;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/** Watches what is left in the heap after each collection: with less than that the work cannot be done. Closed when it is done. */
final class LiveHeap implements AutoCloseable {

    private final Set<String> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(it -> it.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toSet());
    private final AtomicLong most = new AtomicLong();
    private final NotificationListener listener = (notification, _) -> {
        if (notification.getUserData() instanceof CompositeData data
                && notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            long left = GarbageCollectionNotificationInfo.from(data).getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                    .filter(it -> heap.contains(it.getKey()))
                    .mapToLong(it -> it.getValue().getUsed())
                    .sum();
            most.accumulateAndGet(left, Math::max);
        }
    };

    LiveHeap() {
        ManagementFactory.getGarbageCollectorMXBeans().forEach(it -> {
            if (it instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener(listener, null, null);
            }
        });
    }

    /** In whole megabytes. What is old is not always looked through, so that garbage may be among it. */
    long megabytes() {
        return most.get() / 1_000_000;
    }

    @Override
    public void close() {
        ManagementFactory.getGarbageCollectorMXBeans().forEach(it -> {
            if (it instanceof NotificationEmitter emitter) {
                try {
                    emitter.removeNotificationListener(listener);
                } catch (ListenerNotFoundException e) {
                    throw new IllegalStateException("it was added when this was made", e);
                }
            }
        });
    }
}
