package dev.s2ioc.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes ports of a pod reachable at ports of this machine. */
@Command(
        name = "port-forward",
        description =
                "Make ports of a pod reachable at ports of this machine, until it is interrupted or the pod ends.",
        footer = {
            "",
            "Examples:",
            "  # http://localhost:8080 is the pod's port 8080",
            "  s2ioc port-forward hello 8080",
            "",
            "  # Another port here; any that is free",
            "  s2ioc port-forward deploy/hello 8888:8080",
            "  s2ioc port-forward pod/hello :8080",
            "",
            "  # Where a service's port leads, by its name",
            "  s2ioc port-forward svc/hello 8443:https",
            "",
            "  # For other machines too",
            "  s2ioc port-forward --address=localhost,10.0.0.5 hello 8080"
        })
public final class PortForwardCommand implements Action {

    @Parameters(
            arity = "0..*",
            paramLabel = "POD | TYPE/NAME [LOCAL:]REMOTE",
            description = "A pod, or svc/NAME and the like, of which one pod is taken; then ports.")
    List<String> words = List.of();

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            split = ",",
            description = "The addresses of this machine to listen on; localhost for 127.0.0.1 and ::1."
                    + " Default: localhost")
    List<String> addresses = List.of("localhost");

    @Option(
            names = "--pod-running-timeout",
            paramLabel = "DURATION",
            converter = DurationFlag.class,
            defaultValue = "1m0s",
            description = "How long to wait for the first pod of a deployment and the like. Default: ${DEFAULT-VALUE}")
    java.time.Duration podRunningTimeout;

    private final CommandContext context;

    public PortForwardCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        if (words.size() < 2) {
            throw new CommandFailure("TYPE/NAME and list of ports are required for port-forward"
                    + "\nSee 's2ioc port-forward -h' for help and examples");
        }
        TargetFlags target = new TargetFlags();
        target.podRunningTimeout = podRunningTimeout;
        TargetPod pod = target.find(context, words.subList(0, 1));
        List<PortPair> ports = new ArrayList<>();
        words.subList(1, words.size()).forEach(word -> ports.add(PortPair.parse(word, pod)));
        if (!pod.phase().equals("Running")) {
            throw new CommandFailure(
                    "unable to forward port because pod is not running. Current status=" + pod.phase());
        }
        try (Forwarding forwarding = new Forwarding(context, pod)) {
            forwarding.open(ports, addresses);
            awaitEnd(pod);
        }
    }

    /** The command ends with the pod: nothing that is forwarded to it could arrive any more. */
    private void awaitEnd(TargetPod pod) throws InterruptedException {
        new PodWatch(context.session().resources().in(pod.namespace()), pod.pod())
                .await(PodWatch::isCompleted, java.time.Duration.ZERO);
        throw new CommandFailure("lost connection to pod");
    }
}
