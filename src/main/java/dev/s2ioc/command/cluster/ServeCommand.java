package dev.s2ioc.command.cluster;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.cluster.LocalCluster;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.channels.FileLock;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the local cluster in this process until it is told to stop; {@code cluster up} starts it in the background. */
@Command(
        name = "serve",
        hidden = true,
        description = "Serve the local cluster in the foreground.",
        footer = {
            "",
            "This is what \"s2ioc cluster up\" starts in the background; by hand it is useful under a process manager.",
            "",
            "Examples:",
            "  # Serve until Ctrl-C",
            "  s2ioc cluster serve"
        })
public final class ServeCommand implements Action {

    @Option(names = "--port", paramLabel = "PORT", description = "Port of the API.")
    Integer port;

    @Option(names = "--registry-port", paramLabel = "PORT", description = "Port of the image registry.")
    Integer registryPort;

    @Option(names = "--router-port", paramLabel = "PORT", description = "Port of the router.")
    Integer routerPort;

    @Option(names = "--engine", paramLabel = "NAME", description = "What builds images.")
    String engine;

    @Option(names = "--cache-layers", description = "Take layers of earlier builds.")
    boolean cacheLayers;

    @Option(names = "--anonymous-pull", arity = "1", paramLabel = "BOOL", description = "Let anybody pull images.")
    Boolean anonymousPull;

    private final CommandContext context;

    ServeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        ClusterFiles files = ClusterFiles.of(context.surroundings());
        files.create();
        Optional<FileLock> lock = files.acquire();
        if (lock.isEmpty()) {
            throw new CommandFailure("another process serves the cluster in " + files.directory());
        }
        LocalCluster cluster = LocalCluster.start(new LocalCluster.Options(
                files.directory(),
                Optional.ofNullable(port),
                Optional.ofNullable(registryPort),
                Optional.ofNullable(routerPort),
                Optional.ofNullable(engine),
                cacheLayers,
                Optional.ofNullable(anonymousPull),
                context.surroundings().environment(),
                context.surroundings().clock(),
                context.streams().err()));
        CountDownLatch told = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            cluster.close();
            told.countDown();
        }));
        ObjectNode state = describe(cluster, cacheLayers);
        files.writeState(state);
        context.streams().out().println("Serving on " + cluster.server());
        context.streams().out().flush();
        files.writeState(state.put("engine", cluster.engine()).put("pods", cluster.pods()));
        told.await();
        // A lock that nothing refers to any more is released when the garbage collector finds it.
        Reference.reachabilityFence(lock);
    }

    private static ObjectNode describe(LocalCluster cluster, boolean cacheLayers) throws IOException {
        ObjectNode state = Json.object();
        state.put("pid", ProcessHandle.current().pid());
        state.put("server", cluster.server().toString());
        state.put("registry", cluster.registry());
        state.put("router", cluster.router());
        state.put("secureRouter", cluster.secureRouter());
        state.put("cacheLayers", cacheLayers);
        state.put("anonymousPull", cluster.anonymousPull());
        state.put("certificateAuthority", cluster.certificateAuthority());
        vouch(cluster.chain(), state);
        state.put("developerToken", cluster.developerToken());
        state.put("kubeadminToken", cluster.kubeadminToken());
        state.put("kubeadminPassword", cluster.kubeadminPassword());
        return state;
    }

    /** What clients on this machine need not judge: they take the authority from here as well. */
    private static void vouch(List<X509Certificate> chain, ObjectNode state) throws IOException {
        Instant until = Instant.MAX;
        ArrayNode certificates = state.putArray("certificates");
        for (X509Certificate certificate : chain) {
            try {
                certificates.add(certificate.getEncoded());
            } catch (CertificateEncodingException e) {
                throw new IOException(e);
            }
            Instant end = certificate.getNotAfter().toInstant();
            until = end.isBefore(until) ? end : until;
        }
        state.put("certificatesUntil", until.toString());
    }
}
