package dev.broadsheet.cli;

import dev.broadsheet.runtime.LogFormat;
import dev.broadsheet.runtime.Logs;
import dev.broadsheet.runtime.SettingsException;
import dev.broadsheet.runtime.Software;
import dev.broadsheet.standalone.StandaloneException;
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
            ReprocessCommand.class,
            ReconcileCommand.class,
            InspectCommand.class,
            TrainCommand.class,
            TrainNamesCommand.class,
            TrainFiguresCommand.class,
            SchemasCommand.class,
            DoctorCommand.class
        })
public final class BroadsheetMain {
    static final int FAILED = 1;

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
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new BroadsheetMain())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command));
    }

    // What a person can mend is one sentence; anything else is a fault of ours and shows its stack.
    private static int report(Exception failure, CommandLine command) {
        if (failure instanceof UserException
                || failure instanceof StandaloneException
                || failure instanceof SettingsException) {
            command.getErr().println("broadsheet: " + failure.getMessage());
        } else {
            failure.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return FAILED;
    }
}
