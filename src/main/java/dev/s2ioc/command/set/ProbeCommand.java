package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.RemoteWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sets how containers are asked whether they are well. */
@Command(
        name = "probe",
        description = "Set or remove how containers are asked whether they have started, are ready, and are alive.",
        footer = {
            "",
            "Examples:",
            "  # Send requests only to pods that answer",
            "  s2ioc set probe deploy/hello --readiness --get-url=http://:8080/healthz",
            "",
            "  # Restart containers whose port is closed",
            "  s2ioc set probe deploy/hello --liveness --open-tcp=8080 --failure-threshold=5",
            "",
            "  # Ask a program",
            "  s2ioc set probe deploy/hello --liveness -- /usr/bin/check --fast",
            "",
            "  # Ask no more",
            "  s2ioc set probe deploy/hello --remove --readiness --liveness"
        })
public final class ProbeCommand implements Action {

    @Parameters(
            arity = "0..*",
            paramLabel = "TYPE/NAME | TYPE NAME",
            description = "Objects with a pod template; behind -- the program to ask.")
    List<String> words = List.of();

    @Option(names = "--readiness", description = "Whether requests may be sent to it.")
    boolean readiness;

    @Option(names = "--liveness", description = "Whether it must be started anew.")
    boolean liveness;

    @Option(names = "--startup", description = "Whether it has started, so that the others may be asked.")
    boolean startup;

    @Option(names = "--remove", description = "Ask no more.")
    boolean remove;

    @Mixin
    ProbeFlags probe = new ProbeFlags();

    @Mixin
    ContainerFlags containers = new ContainerFlags();

    @Mixin
    SetFlags flags = new SetFlags();

    @Spec
    CommandSpec spec;

    private final CommandContext context;

    ProbeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        RemoteWords typed =
                RemoteWords.of(words, spec.commandLine().getParseResult().originalArgs());
        List<String> fields = fields();
        if (fields.isEmpty()) {
            throw new CommandFailure("you must specify at least one of --readiness, --liveness, --startup");
        }
        if (!remove) {
            probe.check(typed.command());
        } else if (!probe.url.isEmpty()
                || !probe.port.isEmpty()
                || !typed.command().isEmpty()
                || probe.hasNumbers()) {
            throw new CommandFailure(
                    "--remove may not be used with any flag except --readiness, --liveness or --startup");
        }
        new Changes(context, flags, "probes updated").make(typed.own(), subject -> {
            for (ObjectNode container : containers.required(PodTemplate.of(subject))) {
                fields.forEach(field -> set(container, field, typed.command()));
            }
        });
    }

    private List<String> fields() {
        List<String> fields = new ArrayList<>();
        if (readiness) {
            fields.add("readinessProbe");
        }
        if (liveness) {
            fields.add("livenessProbe");
        }
        if (startup) {
            fields.add("startupProbe");
        }
        return fields;
    }

    private void set(ObjectNode container, String field, List<String> program) {
        if (remove) {
            container.remove(field);
        } else {
            probe.applyTo(container.withObject("/" + field), program);
        }
    }
}
