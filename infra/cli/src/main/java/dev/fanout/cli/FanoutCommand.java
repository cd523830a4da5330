package dev.fanout.cli;

import dev.fanout.cli.aws.AwsFailure;
import dev.fanout.cli.clean.CleanCommand;
import dev.fanout.cli.demo.DemoCommand;
import dev.fanout.cli.soak.SoakCommand;
import dev.fanout.cli.up.UpCommand;
import dev.fanout.cli.validate.ValidateCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** What {@code ./fanout} hands over to. The script knows the commands' names too; a test compares them. */
@Command(
        name = "./fanout",
        description = {
            "One order goes in; stock is reserved and figures are counted exactly once, and a mail goes out,",
            "twice only if its sender dies or loses its answer in the moment before the mail is noted as sent."
        },
        subcommands = {
            UpCommand.class, DemoCommand.class, SoakCommand.class, ValidateCommand.class, CleanCommand.class
        })
class FanoutCommand {

    public static void main(String... args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new FanoutCommand()).setExecutionExceptionHandler(FanoutCommand::failed);
    }

    private static int failed(Exception failure, CommandLine command, ParseResult arguments) throws Exception {
        if (!(failure instanceof AwsFailure)) throw failure;
        command.getErr().println(failure.getMessage());
        return 1;
    }
}
