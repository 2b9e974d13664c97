package dev.broadsheet.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A child that does nothing until its parent goes; with a second argument it fails at once. */
public final class ChildJvmTestMain {
    private ChildJvmTestMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length > 1) {
            throw new IllegalStateException("no luck");
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hooks were run")));
        ParentWatch.start(() -> System.exit(0));
        Files.createFile(Path.of(arguments[0]));
        new CountDownLatch(1).await();
    }
}
