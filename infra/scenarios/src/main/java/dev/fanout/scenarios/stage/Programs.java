package dev.fanout.scenarios.stage;

import dev.fanout.cli.console.Terminal;
import dev.fanout.cli.up.AotCachePreparation;
import dev.fanout.cli.up.process.Installation;
import dev.fanout.cli.up.process.Program;
import dev.fanout.topology.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The programs that scenarios start; each is made quick when it is needed first. */
public final class Programs {
    /** The word that tells the scenarios' jar to be the subscriber. */
    public static final String WORKER = "worker";

    private static final String LOCAL = "local";

    /** A worker answers no HTTP: nobody is there. */
    private static final URI NOWHERE = URI.create("http://localhost:1/");

    private final Installation here;
    private final Terminal terminal;
    private final Map<String, Program> quick = new HashMap<>();

    public Programs(Installation here, Terminal terminal) {
        this.here = here;
        this.terminal = terminal;
    }

    Program worker(List<String> arguments) throws InterruptedException {
        return quick(WORKER, () -> new Program(
                        WORKER, List.of(), NOWHERE, here.java("infra/scenarios", WORKER)))
                .told(arguments.toArray(String[]::new));
    }

    Program service(Service service, int port, List<String> arguments) throws InterruptedException {
        var health = URI.create("http://localhost:%d/actuator/health/readiness".formatted(port));
        var program = quick(service.name(), () -> new Program(
                        service.name(), List.of(port), health,
                        here.java(service.module(), "--spring.application.name=" + service.name())))
                .told("--server.port=" + port)
                .told(arguments.toArray(String[]::new));
        return new Program(service.name(), List.of(port), health, program.command());
    }

    /** A training run of it really listens, so it must have a port of its own; the last that is named counts. */
    Program local(int port, List<String> arguments) throws InterruptedException {
        var program = quick(
                        LOCAL, () -> localAt(port, here.java("infra/local", "--port", "" + port, "--smtp-port", "0")))
                .told("--port", "" + port)
                .told(arguments.toArray(String[]::new));
        return localAt(port, program.command());
    }

    private static Program localAt(int port, List<String> command) {
        return new Program(LOCAL, List.of(port), URI.create("http://localhost:%d/health".formatted(port)), command);
    }

    private synchronized Program quick(String name, Supplier<Program> program) throws InterruptedException {
        var known = quick.get(name);
        if (known != null) return known;
        var made = AotCachePreparation.of(List.of(program.get()), here, terminal).getFirst();
        quick.put(name, made);
        return made;
    }

    /** One that is free now, and most probably a moment later. */
    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
