package dev.fanout.cli.rest;

import dev.fanout.topology.Fanout;
import java.net.URI;
import picocli.CommandLine.Option;

/** Where the services are: mixed into the commands that speak with them. */
public final class Hosts {
    @Option(
            names = "--host",
            defaultValue = "localhost",
            description = {
                "Where the system runs; ${DEFAULT-VALUE} if not given.",
                "{service} stands for each service's name, where every one has a host of its own"
            })
    private String host = "localhost";

    public URI of(String service) {
        return address(host, service);
    }

    static URI address(String host, String service) {
        var port = Fanout.TOPOLOGY.service(service).orElseThrow().port();
        return URI.create("http://%s:%d".formatted(host.replace("{service}", service), port));
    }
}
