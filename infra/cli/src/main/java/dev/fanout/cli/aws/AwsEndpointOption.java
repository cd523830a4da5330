package dev.fanout.cli.aws;

import dev.fanout.topology.Fanout;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says where to look. Mixed in; AWS itself is never meant by default, since one of the commands deletes. */
public final class AwsEndpointOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--aws",
            description = "AWS itself, by the region and credentials that the SDK finds. Without it: what "
                    + "AWS_ENDPOINT_URL names, or else the local stack at " + Fanout.LOCAL_STACK)
    private boolean aws;

    public AwsEndpoint where(Map<String, String> environment) {
        if (!aws) return AwsEndpoint.of(environment);
        if (environment.containsKey(AwsEndpoint.VARIABLE))
            throw new ParameterException(command.commandLine(), AwsEndpoint.VARIABLE + " is set: unset it for --aws");
        return new AwsEndpoint(Optional.empty());
    }
}
