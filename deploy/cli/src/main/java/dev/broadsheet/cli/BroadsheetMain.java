package dev.broadsheet.cli;

import dev.broadsheet.runtime.LogFormat;
import dev.broadsheet.runtime.Logs;
import dev.broadsheet.runtime.SettingsException;
import dev.broadsheet.runtime.Software;
import dev.broadsheet.sink.repair.RepairException;
import dev.broadsheet.standalone.StandaloneException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.slf4j.event.Level;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command deploy/broadsheet. Exit codes: 0 done, 1 failed, 2 wrong use. */
@Command(
        name = "broadsheet",
        mixinStandardHelpOptions = true,
        versionProvider = BroadsheetMain.Version.class,
        description = "Raw newspaper pages in; articles, entities and figures out.",
        footer = {"", "Exit codes: 0 done, 1 failed, 2 wrong use. Every command has its own --help."},
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            SubmitCommand.class,
            ReceiptsCommand.class,
            TailCommand.class,
            DeadLettersCommand.class,
            FeedsCommand.class,
            ReprocessCommand.class,
            ReconcileCommand.class,
            InspectCommand.class,
            TrainCommand.class,
            TrainWordsCommand.class,
            TrainNamesCommand.class,
            TrainFiguresCommand.class,
            SchemasCommand.class,
            StatusCommand.class,
            DoctorCommand.class
        })
public final class BroadsheetMain {
    static final int FAILED = 1;
    private static final int MOST_CAUSES = 5;
    /** Of the mode that stat(2) tells. */
    private static final int FILE_TYPE = 0xF000;

    private static final int PIPE = 0x1000;

    private BroadsheetMain() {}

    /** Asked for by --version. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"broadsheet " + Software.version()};
        }
    }

    public static void main(String[] arguments) {
        Logs.configure(LogFormat.TEXT, Level.WARN);
        CommandLine command = commandLine();
        System.exit(ended(execute(command, arguments), System.out, isPipe(), command));
    }

    /**
     * The exit code, where {@code code} is the command's: what could not be written to standard output is a failure, which a PrintStream keeps to
     * itself. Who reads a pipe and ends it (head) has what was wanted.
     */
    static int ended(int code, PrintStream out, boolean pipe, CommandLine command) {
        if (code != 0 || pipe || !out.checkError()) {
            return code;
        }
        say(command, "standard output could not be written to its end; is there room where it goes?");
        return FAILED;
    }

    private static boolean isPipe() {
        try {
            return ((int) Files.getAttribute(Path.of("/dev/stdout"), "unix:mode") & FILE_TYPE) == PIPE;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false; // then it is told
        }
    }

    /** The exit code. */
    static int execute(CommandLine command, String... arguments) {
        try {
            return command.execute(arguments);
        } catch (OutOfMemoryError e) {
            sayMemory(command);
            return FAILED;
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new BroadsheetMain())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command));
    }

    // What a person can mend is one sentence; anything else is a fault of ours and shows its stack.
    private static int report(Exception failure, CommandLine command) {
        if (failure instanceof UserException
                || failure instanceof RepairException
                || failure instanceof StandaloneException
                || failure instanceof SettingsException) {
            say(command, String.valueOf(failure.getMessage()));
        } else if (failure.getCause() instanceof OutOfMemoryError) {
            sayMemory(command);
        } else if (failure instanceof KafkaException) {
            say(
                    command,
                    causes(failure) + "; is Broadsheet running, and is the endpoints file right?"
                            + " deploy/broadsheet doctor tells more");
        } else {
            failure.printStackTrace(command.getErr());
            command.getErr().flush();
        }
        return FAILED;
    }

    private static void sayMemory(CommandLine command) {
        long mebibytes = Runtime.getRuntime().maxMemory() >> 20;
        say(
                command,
                mebibytes + " MiB of memory are not enough for this; ask for less at a time, or give it more:"
                        + " _JAVA_OPTIONS=-Xmx4g in front of the command");
    }

    private static void say(CommandLine command, String sentence) {
        PrintWriter err = command.getErr();
        err.println("broadsheet: " + sentence);
        err.flush();
    }

    /** Kafka's outermost message seldom tells what is wrong. */
    private static String causes(Throwable failure) {
        Set<String> causes = new LinkedHashSet<>();
        for (Throwable cause = failure; cause != null && causes.size() < MOST_CAUSES; cause = cause.getCause()) {
            causes.add(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
        }
        return String.join(": ", causes);
    }
}
