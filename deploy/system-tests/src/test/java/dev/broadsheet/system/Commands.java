package dev.broadsheet.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs programs as a user would; output is kept apart, as a shell would. */
final class Commands {
    static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();
    static final Path LAUNCHER = REPOSITORY.resolve("deploy/broadsheet");

    private static final long LIMIT_SECONDS = 300;

    private Commands() {}

    /** What a program left behind. */
    record Result(int exitCode, String out, String err) {}

    static Result broadsheet(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
        command.addAll(arguments);
        return run(command);
    }

    /** Runs to its end; a program that takes more than five minutes is killed and fails the test. */
    static Result run(List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("broadsheet", ".out");
        Path err = Files.createTempFile("broadsheet", ".err");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IOException(command + " took more than " + LIMIT_SECONDS + " s");
            }
            return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** Whether a program is on the PATH. */
    static boolean exists(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, program))
                .anyMatch(Files::isExecutable);
    }
}
