package dev.fanout.cli.up;

import dev.fanout.cli.up.process.Installation;
import dev.fanout.cli.up.process.Program;
import dev.fanout.topology.Fanout;
import dev.fanout.topology.Service;
import dev.fanout.topology.Topology;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What is started, in waves: each starts when the one before is ready, and is ended before it. */
public record Plan(List<List<Program>> waves) {
    private static final String LOCAL = "local";
    private static final String LOCAL_MODULE = "infra/local";
    static final int LOCAL_PORT = Fanout.LOCAL_PORT;
    static final int SMTP_PORT = 3025;

    /** The stack first, because the services create their queues and tables in it when they start. */
    static Plan of(Topology topology, Predicate<Service> wanted, Installation installation) {
        var services = topology.services().stream()
                .filter(wanted)
                .map(service -> service(service, installation))
                .toList();
        return new Plan(List.of(List.of(local(installation)), services));
    }

    List<Program> programs() {
        return waves.stream().flatMap(List::stream).toList();
    }

    Plan with(UnaryOperator<Program> change) {
        return new Plan(waves.stream().map(wave -> wave.stream().map(change).toList()).toList());
    }

    /** With the local stack keeping its state in a folder. */
    Plan keepingData(Path folder) {
        var path = folder.toAbsolutePath().toString();
        return with(program -> program.name().equals(LOCAL) ? program.told("--data", path).comingBack(true) : program);
    }

    /** With faults that can be switched at run time, by each service's {@code /actuator/chaos}. */
    Plan withChaos() {
        return new Plan(waves.stream()
                .map(wave -> wave == services() ? told(wave, "--fanout.chaos.enabled=true") : wave)
                .toList());
    }

    private static List<Program> told(List<Program> programs, String more) {
        return programs.stream().map(program -> program.told(more)).toList();
    }

    /** What can be left out: all but the stack that they stand on. */
    List<Program> services() {
        return waves.getLast();
    }

    private static Program local(Installation installation) {
        var health = URI.create(Fanout.LOCAL_STACK + "/health");
        var ports = List.of(LOCAL_PORT, SMTP_PORT);
        return new Program(LOCAL, ports, health, installation.java(LOCAL_MODULE)).comingBack(false);
    }

    private static Program service(Service service, Installation installation) {
        var health = URI.create("http://localhost:" + service.port() + "/actuator/health/readiness");
        var command = installation.java(service.module(), Program.NAME_OPTION + service.name(),
                "--server.port=" + service.port(), "--fanout.provision=true");
        var program = new Program(service.name(), List.of(service.port(), service.managementPort()), health, command);
        // It makes its own keys at its first start, where its peers look for the public ones.
        return service.votes() ? program.told("--fanout.auditor.vote.keys=" + installation.keys()) : program;
    }
}
