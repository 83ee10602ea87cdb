package org.genjin.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Supplier;
import org.genjin.index.worker.Wire;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents with Tika in processes apart, which are started when first needed. A document that hangs, eats the memory
 * or takes its process down costs that document alone; the next one gets a new process.
 */
public final class TikaWorkers implements TextExtractor {

    /** Starting one costs as much as reading a hundred; what a parser leaves behind in it must not add up for ever. */
    private static final int FILES_A_PROCESS = 2000;

    private final Bounds bounds;
    private final Path temporary;
    private final Supplier<List<String>> ocr;
    private final String classPath;
    private final LinkedBlockingDeque<Slot> free = new LinkedBlockingDeque<>();
    private final List<Slot> slots = new ArrayList<>();

    /**
     * @param maxBytes larger documents are not read at all
     * @param timeout for one document
     * @param workerMegabytes of memory for one process
     */
    public record Bounds(int workers, long maxBytes, Duration timeout, int workerMegabytes) {}

    /**
     * @param temporary a folder of our own for what parsers put on disk
     * @param ocr the languages in which pictures are read; empty: not at all. Asked for when the first process is started
     */
    public TikaWorkers(Bounds bounds, Path temporary, Supplier<List<String>> ocr) {
        this(bounds, temporary, ocr, System.getProperty("java.class.path"));
    }

    TikaWorkers(Bounds bounds, Path temporary, Supplier<List<String>> ocr, String classPath) {
        this.bounds = bounds;
        this.ocr = ocr;
        this.temporary = temporary;
        this.classPath = classPath;
        for (int i = 0; i < bounds.workers(); i++) {
            Slot slot = new Slot(temporary.resolve("worker-" + i));
            slots.add(slot);
            free.add(slot);
        }
    }

    @Override
    public Extraction extract(Path document, String fileName, String mediaType) throws IOException {
        if (Files.size(document) > bounds.maxBytes()) {
            return new Extraction.Failed(mediaType, Extraction.Problem.TOO_LARGE, "larger than the bound");
        }
        if (Files.size(document) == 0) {
            return new Extraction.Nothing(mediaType, false);
        }
        Slot slot;
        try {
            slot = free.takeFirst();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a reader of documents", e);
        }
        try {
            return slot.extract(new Wire.Request(document.toAbsolutePath().toString(), fileName, mediaType));
        } finally {
            free.addFirst(slot);
        }
    }

    @Override
    public void close() throws IOException {
        for (Slot slot : slots) {
            slot.stop();
        }
        WorkerProcess.deleteFolder(temporary);
    }

    /** A place for one process after the other. Used by one thread at a time; stopped by any. */
    private final class Slot {

        private final Path folder;
        private volatile @Nullable WorkerProcess process;
        private volatile boolean stopped;
        private int files;

        Slot(Path folder) {
            this.folder = folder;
        }

        Extraction extract(Wire.Request request) throws IOException {
            WorkerProcess worker = process;
            if (worker == null || !worker.isAlive() || files >= FILES_A_PROCESS) {
                if (worker != null) {
                    worker.stop();
                }
                if (stopped) {
                    throw new IOException("documents are not read any more");
                }
                worker = WorkerProcess.start(classPath, bounds, ocr.get(), folder);
                process = worker;
                files = 0;
            }
            files++;
            WorkerProcess.Outcome outcome = worker.ask(request, bounds.timeout());
            return switch (outcome) {
                case WorkerProcess.Outcome.Answered(Wire.Answer answer) -> extraction(answer);
                case WorkerProcess.Outcome.TimedOut _ -> gone(
                        new Extraction.Failed(request.type(), Extraction.Problem.TIMED_OUT, "longer than " + bounds.timeout()));
                case WorkerProcess.Outcome.OutOfMemory _ -> gone(
                        new Extraction.Failed(request.type(), Extraction.Problem.TOO_LARGE, "more memory than a worker has"));
                case WorkerProcess.Outcome.Died _ -> {
                    if (stopped) {
                        throw new IOException("documents are not read any more");
                    }
                    yield gone(new Extraction.Failed(request.type(), Extraction.Problem.CORRUPT, "the reader died of it"));
                }
            };
        }

        private Extraction gone(Extraction extraction) throws IOException {
            stopProcess();
            return extraction;
        }

        void stop() throws IOException {
            stopped = true;
            stopProcess();
        }

        private void stopProcess() throws IOException {
            WorkerProcess worker = process;
            if (worker != null) {
                worker.stop();
            }
        }
    }

    private static Extraction extraction(Wire.Answer answer) {
        return switch (answer.outcome()) {
            case "text" -> {
                List<IndexEntry.Part> parts = new ArrayList<>();
                for (int i = 0; i + 1 < answer.parts().size(); i += 2) {
                    parts.add(new IndexEntry.Part(answer.parts().get(i), answer.parts().get(i + 1)));
                }
                yield new Extraction.Text(answer.mediaType(), parts, answer.truncated());
            }
            case "nothing" -> new Extraction.Nothing(answer.mediaType(), false);
            case "picture" -> new Extraction.Nothing(answer.mediaType(), true);
            case "encrypted" -> new Extraction.Failed(answer.mediaType(), Extraction.Problem.ENCRYPTED, answer.detail());
            case "unsupported" -> new Extraction.Failed(answer.mediaType(), Extraction.Problem.UNSUPPORTED, answer.detail());
            default -> new Extraction.Failed(answer.mediaType(), Extraction.Problem.CORRUPT, answer.detail());
        };
    }
}
