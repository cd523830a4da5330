package dev.fanout.scenarios;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.fanout.scenarios.stage.Programs;
import dev.fanout.scenarios.worker.WorkerApplication;
import java.util.Arrays;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** One jar for two programs: the commands, and the subscriber that they start as processes of its own. */
@Command(
        name = "./fanout",
        description = "What goes wrong, on purpose.",
        subcommands = {ScenarioCommand.class, ProduceCommand.class, SimulateCommand.class})
class ScenariosMain {

    public static void main(String... args) {
        if (args.length > 0 && args[0].equals(Programs.WORKER)) {
            WorkerApplication.main(Arrays.copyOfRange(args, 1, args.length));
            return;
        }
        // no Spring here that would do it: otherwise the SDK tells every header of every call
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root) root.setLevel(Level.ERROR);
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new ScenariosMain()).setParameterExceptionHandler(ScenariosMain::refuse);
    }

    /** One line: the whole help would bury it. */
    private static int refuse(ParameterException refused, String... args) {
        var command = refused.getCommandLine();
        var name = command.getCommandSpec().qualifiedName();
        command.getErr().printf("%s (%s --help says more)%n", refused.getMessage(), name);
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }
}
