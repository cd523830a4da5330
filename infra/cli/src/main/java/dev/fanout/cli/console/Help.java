package dev.fanout.cli.console;

import picocli.CommandLine.Option;

/** What every command has. Mixed in: picocli's own set would promise a version too. */
public final class Help {
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help and exit")
    private boolean wanted;
}
