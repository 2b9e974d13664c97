package dev.broadsheet.standalone;

import java.io.IOException;

/**
 * A shell that stops PostgreSQL when this JVM is gone, however it went: PostgreSQL does not watch its parent, and the
 * shell's standard input ends with us. Ctrl-C does not reach the shell.
 */
record PostmasterWatch(Process shell) implements AutoCloseable {
    // INT is PostgreSQL's fast shutdown: open transactions are rolled back, nothing is lost.
    private static final String SCRIPT = "trap '' INT HUP TERM; cat > /dev/null; kill -INT \"$1\"";

    static PostmasterWatch start(ProcessHandle postmaster) throws IOException {
        return new PostmasterWatch(
                new ProcessBuilder("/bin/sh", "-c", SCRIPT, "sh", Long.toString(postmaster.pid())).start());
    }

    /** Ends the watch and leaves PostgreSQL alone. */
    @Override
    public void close() {
        shell.destroyForcibly();
    }
}
