package dev.broadsheet.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A port that nobody answers at until it is opened; then it leads to a real server. */
final class Gate implements AutoCloseable {
    private final int target;
    private final int port;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "gate");
        thread.setDaemon(true);
        return thread;
    });
    private volatile ServerSocket server;

    private Gate(int target, ServerSocket server) {
        this.target = target;
        this.server = server;
        this.port = server.getLocalPort();
    }

    /** Closed: connections are refused. */
    static Gate before(int target) throws IOException {
        Gate gate = new Gate(target, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        gate.server.close();
        return gate;
    }

    int port() {
        return port;
    }

    void open() throws IOException {
        ServerSocket opened = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        server = opened;
        threads.execute(() -> accept(opened));
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }

    private void accept(ServerSocket opened) {
        try {
            while (true) {
                Socket client = opened.accept();
                Socket real = new Socket(InetAddress.getLoopbackAddress(), target);
                threads.execute(() -> copy(client, real));
                threads.execute(() -> copy(real, client));
            }
        } catch (IOException e) {
            threads.shutdown(); // the gate was closed
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // One side hung up, and the other follows by the closing above.
        }
    }
}
