package dev.broadsheet.standalone;

import java.io.IOException;

/**
 * Ends a child process when its parent is gone, however it went: the parent holds the other end of standard input and
 * never writes, so the end of the stream means that the parent closed it or died.
 */
final class ParentWatch {
    private ParentWatch() {}

    static void start(Runnable end) {
        Thread thread = new Thread(() -> waitForParent(end), "parent-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private static void waitForParent(Runnable end) {
        try {
            while (System.in.read() >= 0) {
                // What a parent writes means nothing.
            }
        } catch (IOException e) {
            System.err.println("the parent can no longer be watched, ending: " + e.getMessage());
        }
        end.run();
    }
}
