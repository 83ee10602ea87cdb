package org.genjin.daemon.ingest;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index up with the ledger, reads documents and what messages say, each on its own thread, for as long as
 * the home is open. What fails is logged and tried again; nothing that is stored waits for any of them.
 */
public final class Indexing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Indexing.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration GATHER = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

    private final IndexCatchUp catchUp;
    private final Documents documents;
    private final Sayings sayings;
    private final IndustrySayings industries;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Loop indexer;
    private final Loop reader;
    private final Loop sayer;
    /** How many wait for the index. */
    private int waiting;

    /** Starts the threads. The index must have been opened: {@link IndexCatchUp#open}. */
    public Indexing(IndexCatchUp catchUp, Documents documents, Sayings sayings, IndustrySayings industries) {
        this.catchUp = catchUp;
        this.documents = documents;
        this.sayings = sayings;
        this.industries = industries;
        this.indexer = new Loop("index", this::index);
        this.reader = new Loop("documents", this::read);
        this.sayer = new Loop("facts", this::say);
        indexer.thread.start();
        reader.thread.start();
        sayer.thread.start();
    }

    /** Says that there is something new; the threads look at once. */
    public void wake() {
        lock.lock();
        try {
            indexer.asked = true;
            reader.asked = true;
            sayer.asked = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Empties the index; it is filled again from ledger and store. */
    public void rebuild() throws IOException {
        synchronized (catchUp) {
            catchUp.rebuild();
        }
        wake();
    }

    /** Looks at every customer's stage and grade again. */
    public void renewStandings() {
        sayings.renew();
    }

    /** How many customers' messages are still to be read for the columns of their lines of trade. */
    public int unreadForIndustries() {
        return industries.behind();
    }

    /** Takes messages out that the ledger does not have any more; they are gone, also after a crash, when this returns. */
    public void remove(Collection<Long> rows) throws IOException {
        synchronized (catchUp) {
            catchUp.remove(rows);
        }
    }

    /** How many entries were put into the index so far; a message that is put again counts again. */
    public long entries() {
        return catchUp.entries();
    }

    /** How long indexing has taken so far. */
    public Duration spent() {
        return catchUp.spent();
    }

    public long behind() {
        return catchUp.behind();
    }

    /**
     * Waits until everything that was stored before this call is searchable and what it says is written down.
     *
     * @param withDocuments the words of attachments too
     * @param each called about once a second meanwhile
     * @throws IOException if the index cannot be written
     */
    public void await(boolean withDocuments, Runnable each) throws IOException {
        lock.lock();
        try {
            if (withDocuments) {
                awaitRound(reader, each);
            }
            awaitRound(sayer, each);
            waiting++;
            try {
                awaitRound(indexer, each);
            } finally {
                waiting--;
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts here", e);
        } finally {
            lock.unlock();
        }
    }

    /** Ends the threads after what they are doing now; what was indexed is durable then. */
    @Override
    public void close() {
        lock.lock();
        try {
            indexer.stopping = true;
            reader.stopping = true;
            sayer.stopping = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        indexer.join();
        reader.join();
        sayer.join();
    }

    private void awaitRound(Loop loop, Runnable each) throws InterruptedException, IOException {
        long until = loop.rounds + (loop.running ? 2 : 1);
        loop.asked = true;
        loop.failure = null;
        loop.gathering = false;
        changed.signalAll();
        while (loop.rounds < until && !loop.stopping) {
            if (!changed.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                each.run();
            }
            Exception failure = loop.failure;
            if (failure != null) {
                throw new IOException("The index could not be brought up to date: " + failure.getMessage(), failure);
            }
        }
    }

    private void index() throws IOException {
        boolean shown;
        synchronized (catchUp) {
            shown = catchUp.run(isWaitedFor());
        }
        if (!shown) {
            signal(indexer);
        }
    }

    private boolean isWaitedFor() {
        lock.lock();
        try {
            return waiting > 0;
        } finally {
            lock.unlock();
        }
    }

    private void read() throws IOException {
        // The words of some are to be found while the next are being read.
        documents.run(() -> reader.stopping, () -> {
            signal(indexer);
            signal(sayer);
        });
    }

    private void say() {
        sayings.run(() -> sayer.stopping);
        industries.run(() -> sayer.stopping);
    }

    private void signal(Loop loop) {
        lock.lock();
        try {
            loop.asked = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    /** One thread: looks when asked to, and once in a while unasked. */
    private final class Loop {

        private final String name;
        private final Work work;
        private final Thread thread;
        private boolean asked = true;
        private boolean running;
        private boolean gathering = true;
        private volatile boolean stopping;
        private long rounds;
        private long endedAt = System.nanoTime();
        private @Nullable Exception failure;

        Loop(String name, Work work) {
            this.name = name;
            this.work = work;
            this.thread = Thread.ofPlatform().name(name).daemon(true).unstarted(this::run);
        }

        void join() {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts here", e);
            }
        }

        private void run() {
            Duration pause = LOOK_EVERY;
            while (next(pause)) {
                Exception failed = null;
                try {
                    work.run();
                    pause = LOOK_EVERY;
                } catch (IOException | RuntimeException e) {
                    LOG.error("{} failed; it is tried again", name, e);
                    failed = e;
                    pause = AFTER_FAILURE;
                }
                done(failed);
            }
            if (this == indexer) {
                commit();
            }
        }

        @SuppressWarnings("WaitNotInLoop") // waking up for nothing only means one look more
        private boolean next(Duration pause) {
            lock.lock();
            try {
                if (!asked && !stopping) {
                    changed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
                }
                // Batches come faster than it pays to open a searcher for each; whoever waits is served at once, and so is what
                // comes after a rest.
                long until = endedAt + GATHER.toNanos();
                while (gathering && !stopping && System.nanoTime() - until < 0) {
                    changed.awaitNanos(until - System.nanoTime());
                }
                gathering = true;
                asked = false;
                running = !stopping;
                return running;
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts here", e);
            } finally {
                lock.unlock();
            }
        }

        private void done(@Nullable Exception failed) {
            lock.lock();
            try {
                running = false;
                failure = failed;
                endedAt = System.nanoTime();
                rounds++;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        private void commit() {
            try {
                catchUp.commit();
            } catch (IOException e) {
                LOG.error("the index could not be committed; it catches up at the next start", e);
            }
        }
    }
}
