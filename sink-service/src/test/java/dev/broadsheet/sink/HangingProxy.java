package dev.broadsheet.sink;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a server on loopback and, once told to, takes bytes in and passes none on. Any thread. */
final class HangingProxy implements AutoCloseable {
    private final ServerSocket server;
    private final int target;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger held = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean hanging;

    HangingProxy(int target) {
        this.target = target;
        try {
            this.server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void hang() {
        hanging = true;
    }

    /** Reads that were taken in and not passed on. */
    int held() {
        return held.get();
    }

    @Override
    public void close() {
        closed.countDown();
        close(server);
        sockets.forEach(HangingProxy::close);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.addAll(List.of(client, behind));
                start(() -> pass(client, behind));
                start(() -> pass(behind, client));
            }
        } catch (IOException e) {
            close(); // the server is closed: the test is over
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (hanging) {
                    held.incrementAndGet();
                    closed.await();
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException | InterruptedException e) {
            close(from); // one side is gone, so is the other
        }
        close(to);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "hanging-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
