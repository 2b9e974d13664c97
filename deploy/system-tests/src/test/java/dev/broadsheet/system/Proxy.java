package dev.broadsheet.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands on a port of its own in front of another one and passes bytes on, or does as a bad network does. Any thread. */
public final class Proxy implements AutoCloseable {
    private static final int BUFFER = 16 * 1024;
    private static final long LATE_MILLIS = 150;

    /** How it behaves; at once for connections that are open, too. */
    public enum Mode {
        PASS,
        /** Open connections end, new ones are refused. */
        REFUSE,
        /** Everything comes late. */
        SLOW,
        /** The client's next packet of some size is cut in the middle and the connection reset. */
        RESET
    }

    private final int port;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private ServerSocket listening;
    private volatile Mode mode = Mode.PASS;
    private volatile boolean closed;

    /** Listens on any free port of the loopback interface in front of {@code target} there. */
    public Proxy(int target) throws IOException {
        this.target = target;
        this.listening = listen(0);
        this.port = listening.getLocalPort();
        accept(listening);
    }

    public int port() {
        return port;
    }

    public synchronized void mode(Mode next) throws IOException {
        Mode before = mode;
        mode = next;
        if (next == Mode.REFUSE) {
            listening.close();
            open.forEach(Proxy::reset);
        } else if (before == Mode.REFUSE) {
            listening = listen(port);
            accept(listening);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        listening.close();
        open.forEach(Proxy::reset);
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    private void accept(ServerSocket socket) {
        daemon(() -> {
            while (!closed && !socket.isClosed()) {
                try {
                    connect(socket.accept());
                } catch (IOException e) {
                    // Closed to refuse, or the database is down: the client sees it, which is what is wanted.
                }
            }
        });
    }

    private void connect(Socket client) throws IOException {
        open.add(client);
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(server);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            daemon(() -> pump(client, server, true));
            daemon(() -> pump(server, client, false));
        } catch (IOException e) {
            reset(client);
            open.remove(client);
            throw e;
        }
    }

    private void pump(Socket from, Socket to, boolean fromClient) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (mode == Mode.SLOW) {
                    Thread.sleep(LATE_MILLIS);
                }
                if (mode == Mode.RESET && fromClient && read > 512) {
                    out.write(buffer, 0, read / 2);
                    out.flush();
                    break;
                }
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException | InterruptedException e) {
            // One end is gone; the other learns it below.
        } finally {
            reset(from);
            reset(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // Closed already.
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
