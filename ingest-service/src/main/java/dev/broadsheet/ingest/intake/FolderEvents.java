package dev.broadsheet.ingest.intake;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One watcher for all folders. What it tells is a wakeup and a hint: the loops also look by themselves, because some file
 * systems tell nothing. Any thread.
 */
final class FolderEvents implements AutoCloseable {
    /** Told on the watcher's thread. */
    interface Listener {
        void appeared(Path name);

        void written(Path name);

        /** More happened than could be told. */
        void lost();
    }

    private final WatchService watcher;
    private final Map<WatchKey, Listener> listeners = new ConcurrentHashMap<>();
    private final Thread thread;

    FolderEvents() throws IOException {
        this.watcher = FileSystems.getDefault().newWatchService();
        this.thread = new Thread(this::run, "intake-watcher");
        thread.setDaemon(true);
        thread.start();
    }

    /** Registering a folder again, after it was replaced, is fine. */
    void register(Path folder, Listener listener) throws IOException {
        listeners.put(folder.register(watcher, ENTRY_CREATE, ENTRY_MODIFY), listener);
    }

    @Override
    public void close() throws IOException {
        watcher.close();
    }

    private void run() {
        try {
            while (true) {
                WatchKey key = watcher.take();
                Listener listener = listeners.get(key);
                for (WatchEvent<?> event : key.pollEvents()) {
                    tell(listener, event);
                }
                if (!key.reset()) {
                    listeners.remove(key);
                }
            }
        } catch (ClosedWatchServiceException e) {
            // The intake is closing.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tell(@org.jspecify.annotations.Nullable Listener listener, WatchEvent<?> event) {
        if (listener == null) {
            return;
        }
        if (!(event.context() instanceof Path name)) { // an overflow names none
            listener.lost();
        } else if (event.kind() == ENTRY_CREATE) {
            listener.appeared(name);
        } else {
            listener.written(name);
        }
    }
}
