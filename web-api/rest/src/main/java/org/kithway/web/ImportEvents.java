package org.kithway.web;

import org.jspecify.annotations.Nullable;
import org.kithway.registry.Import;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Tells browsers how imports go on. Every event is the whole import, so that nobody misses anything
 * by coming late; its id is made of what it says.
 */
final class ImportEvents implements SmartLifecycle {
    private static final Duration INTERVAL = Duration.ofMillis(300);

    /** Unchanged looks after which something is sent, to learn whether anybody listens. */
    private static final int PATIENCE = 50;

    private static final int MOST_STREAMS = 256;

    private final ImportViews views;
    private final Set<Thread> watchers = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    ImportEvents(ImportViews views) {
        this.views = views;
    }

    /**
     * A stream of what the import comes to.
     *
     * @param imported the import as it stands at the time of the call; null if it may not be seen
     *     any more
     * @param last the id of the event that was seen last, or null
     * @return null if that was the last there is
     */
    @Nullable SseEmitter watch(Supplier<@Nullable Import> imported, @Nullable String last) {
        Import first = imported.get();
        if (first == null) {
            throw ProblemException.notFound();
        }
        if (last != null && first.state().isFinal() && last.equals(id(views.of(first)))) {
            return null;
        }
        if (!running || watchers.size() >= MOST_STREAMS) {
            throw ProblemException.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "Too many are watching; ask for the import itself now and then.");
        }
        // No time-out: it ends with the import.
        SseEmitter emitter = new SseEmitter(0L);
        Thread watcher =
                Thread.ofVirtual().name("import-events").unstarted(() -> send(imported, emitter));
        watchers.add(watcher);
        watcher.start();
        return emitter;
    }

    private void send(Supplier<@Nullable Import> imported, SseEmitter emitter) {
        try {
            String sent = null;
            int unchanged = 0;
            while (running) {
                Import now = imported.get();
                if (now == null) {
                    break;
                }
                ImportViews.ImportView view = views.of(now);
                String id = id(view);
                if (!id.equals(sent)) {
                    emitter.send(
                            SseEmitter.event()
                                    .id(id)
                                    .name("import")
                                    .data(view, MediaType.APPLICATION_JSON));
                    sent = id;
                    unchanged = 0;
                } else if (++unchanged == PATIENCE) {
                    emitter.send(SseEmitter.event().comment("unchanged"));
                    unchanged = 0;
                }
                if (view.ended()) {
                    break;
                }
                Thread.sleep(INTERVAL);
            }
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            // Whoever listened is gone.
            emitter.complete();
        } catch (InterruptedException e) {
            emitter.complete();
        } catch (RuntimeException e) {
            emitter.completeWithError(e);
        } finally {
            watchers.remove(Thread.currentThread());
        }
    }

    private static String id(ImportViews.ImportView view) {
        return Integer.toHexString(view.hashCode());
    }

    @Override
    public void start() {
        running = true;
    }

    /** Ends the streams, so that a server that waits for its requests does not wait for these. */
    @Override
    public void stop() {
        running = false;
        watchers.forEach(Thread::interrupt);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
