package dev.s2ioc.command.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.kubeconfig.ClientConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the local cluster, unless it runs already, and adds its contexts to the kubeconfig. */
@Command(
        name = "up",
        description = "Start the local cluster and add its kubeconfig contexts.",
        footer = {
            "",
            "The first start makes the cluster's certificates and the project \"myproject\". What is in the cluster",
            "stays from one start to the next; \"s2ioc cluster delete\" removes it.",
            "",
            "Examples:",
            "  # Start the local cluster",
            "  s2ioc cluster up",
            "",
            "  # Start it so that pulling images needs a token as pushing does",
            "  s2ioc cluster up --anonymous-pull=false",
            "",
            "  # Start it on other ports than 6443 and 5000, and let podman build",
            "  s2ioc cluster up --port=7443 --registry-port=5500 --engine=podman",
            "",
            "  # Start it so that a Dockerfile's unchanged steps are not run again",
            "  s2ioc cluster up --cache-layers"
        })
public final class UpCommand implements Action {
    private static final Duration GLANCE = Duration.ofSeconds(5);

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port of the API; by default 6443, or a free one if that is taken.")
    Integer port;

    @Option(
            names = "--registry-port",
            paramLabel = "PORT",
            description = "Port of the image registry; by default 5000, or a free one if that is taken.")
    Integer registryPort;

    @Option(
            names = "--router-port",
            paramLabel = "PORT",
            description = "Port of the router, where routes are served; by default 80 or 8080, or a free one."
                    + " HTTPS has 443 or 8443, or a free one.")
    Integer routerPort;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            description =
                    "What builds images: buildah, podman, docker or builtin; by default the first that is installed.")
    String engine;

    @Option(
            names = "--cache-layers",
            description = "Let Docker builds take the layers of earlier ones where nothing has changed. OpenShift makes"
                    + " each anew.")
    boolean cacheLayers;

    @Option(
            names = "--anonymous-pull",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "BOOL",
            description = {
                "Whether images can be pulled without a token; by default they can, on this machine.",
                "To push and to delete always needs one."
            })
    Boolean anonymousPull;

    private final CommandContext context;

    UpCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        ClusterFiles files = ClusterFiles.of(context.surroundings());
        ClusterProcess process =
                new ClusterProcess(files, context.surroundings().environment());
        Optional<JsonNode> running = process.running();
        if (running.isPresent()) {
            refuseOtherSettings(process.withEngine(running.get(), patience()));
            context.streams().out().println("The local cluster is running already.");
        }
        JsonNode state = running.isPresent() ? running.get() : process.start(arguments());
        List<String> notes = new ClusterContexts(context.kubeconfig()).add(state);
        know(state);
        ClusterReport.print(context.streams().out(), files, process.withEngine(state, patience()));
        notes.forEach(context.streams().out()::println);
    }

    /** The certificates are the cluster's own: the next command need not find out whether they are valid. */
    private void know(JsonNode state) throws IOException {
        byte[] authority = state.path("certificateAuthority").asText().getBytes(StandardCharsets.US_ASCII);
        ClientConfig config = ClientConfig.of(URI.create(state.path("server").asText()), "")
                .withTls(new ClientConfig.Tls(Optional.of(authority), false));
        List<byte[]> chain = new ArrayList<>();
        for (JsonNode certificate : state.path("certificates")) {
            chain.add(certificate.binaryValue());
        }
        if (!chain.isEmpty()) {
            context.knownServers()
                    .remember(
                            config,
                            chain,
                            Instant.parse(state.path("certificatesUntil").asText()));
        }
    }

    /** Whoever asks for an engine wants to know whether it works; the others can begin before that is found out. */
    private Duration patience() {
        return engine == null ? GLANCE : ClusterProcess.START_LIMIT;
    }

    /** What a running cluster was started with cannot be changed any more. */
    private void refuseOtherSettings(JsonNode state) {
        refuseOther("port", port, state.path("server").asText());
        refuseOther("registry-port", registryPort, state.path("registry").asText());
        refuseOther("router-port", routerPort, withPort(state.path("router").asText()));
        refuseOtherPulls(state);
        String builder = state.path("engine").asText();
        if (engine != null && !builder.startsWith(engine + " ") && !builder.equals(engine)) {
            throw running("builds with " + builder, "--engine=" + engine);
        }
        if (cacheLayers && !state.path("cacheLayers").asBoolean()) {
            throw running("makes each layer anew", "--cache-layers");
        }
    }

    private void refuseOtherPulls(JsonNode state) {
        boolean open = state.path("anonymousPull").asBoolean(true);
        if (anonymousPull != null && anonymousPull != open) {
            throw running(
                    open ? "lets anybody pull images" : "asks for a token to pull images",
                    "--anonymous-pull=" + anonymousPull);
        }
    }

    private static String withPort(String url) {
        return url.matches(".*:[0-9]+") ? url : url + ":80";
    }

    private static void refuseOther(String flag, Integer wanted, String address) {
        if (wanted != null && wanted != 0 && !address.endsWith(":" + wanted)) {
            throw running("serves on " + address, "--" + flag + "=" + wanted);
        }
    }

    private static CommandFailure running(String how, String flag) {
        return new CommandFailure("the local cluster is running already and " + how + ".\nTo start it with " + flag
                + ", stop it first: s2ioc cluster down");
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        Optional.ofNullable(port).ifPresent(p -> arguments.add("--port=" + p));
        Optional.ofNullable(registryPort).ifPresent(p -> arguments.add("--registry-port=" + p));
        Optional.ofNullable(routerPort).ifPresent(p -> arguments.add("--router-port=" + p));
        Optional.ofNullable(engine).ifPresent(e -> arguments.add("--engine=" + e));
        if (cacheLayers) {
            arguments.add("--cache-layers");
        }
        Optional.ofNullable(anonymousPull).ifPresent(a -> arguments.add("--anonymous-pull=" + a));
        return arguments;
    }
}
