package dev.s2ioc.command;

import dev.s2ioc.client.Session;
import dev.s2ioc.command.proxy.ProxyServer;
import dev.s2ioc.command.proxy.RequestFilter;
import dev.s2ioc.kubeconfig.ClientConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves the API at a port of this machine, as the user of the session. */
@Command(
        name = "proxy",
        description = "Serve the API at a port of this machine, with your credentials added, until it is interrupted.",
        footer = {
            "",
            "Examples:",
            "  # Then: curl localhost:8001/api/v1/namespaces",
            "  s2ioc proxy",
            "",
            "  # At any free port; it is printed",
            "  s2ioc proxy --port=0",
            "",
            "  # With pages of your own beside the API",
            "  s2ioc proxy --www=./pages/ --www-prefix=/my/ --api-prefix=/k8s/"
        })
public final class ProxyCommand implements Action {
    private static final int PORT = 8001;

    @Option(
            names = {"-p", "--port"},
            paramLabel = "PORT",
            description = "The port to listen on; 0 for any that is free. Default: " + PORT)
    int port = PORT;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to listen on. Default: ${DEFAULT-VALUE}")
    String address;

    @Option(
            names = {"-u", "--unix-socket"},
            paramLabel = "FILE",
            description = "Listen on a Unix socket that only you can use, instead of a port.")
    String unixSocket;

    @Option(
            names = "--api-prefix",
            paramLabel = "PREFIX",
            defaultValue = "/",
            description = "The path under which the API is. Default: ${DEFAULT-VALUE}")
    String apiPrefix;

    @Option(
            names = {"-w", "--www"},
            paramLabel = "DIR",
            description = "Serve the files of a directory, too.")
    String www;

    @Option(
            names = {"-P", "--www-prefix"},
            paramLabel = "PREFIX",
            defaultValue = "/static/",
            description = "The path under which the files are. Default: ${DEFAULT-VALUE}")
    String wwwPrefix;

    @Option(
            names = "--append-server-path",
            description = "Ask below the path that the server's address has, and not at its top.")
    boolean appendServerPath;

    @Option(
            names = "--keepalive",
            paramLabel = "DURATION",
            converter = DurationFlag.class,
            defaultValue = "0s",
            description = "Only 0s: it is about WebSockets and SPDY, which this proxy does not carry.")
    Duration keepalive;

    @Mixin
    ProxyFilterFlags filter = new ProxyFilterFlags();

    private final CommandContext context;

    public ProxyCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        if (unixSocket != null && port != PORT) {
            throw new CommandFailure("cannot set --unix-socket and --port at the same time");
        }
        if (!keepalive.isZero()) {
            throw new CommandFailure(
                    "--keepalive is about WebSockets and SPDY, which this proxy does not carry;" + " leave it away");
        }
        RequestFilter requests = filter();
        try (Session session = context.openSession(config());
                ProxyServer server = new ProxyServer(session, address(), slashed(apiPrefix), requests, files())) {
            String place = start(server);
            context.streams().out().println("Starting to serve on " + place);
            context.streams().out().flush();
            new CountDownLatch(1).await();
        }
    }

    private RequestFilter filter() {
        if (filter.disableFilter && unixSocket == null) {
            context.streams()
                    .err()
                    .println("warning: without a filter, every web page that you look at can use this proxy");
        }
        try {
            return filter.filter();
        } catch (PatternSyntaxException e) {
            throw new CommandFailure(
                    "\"" + e.getPattern() + "\" is not a regular expression: " + e.getDescription(), e);
        }
    }

    private ClientConfig config() {
        ClientConfig config = context.clientConfig();
        URI server = config.server();
        if (appendServerPath || server.getRawPath().isEmpty()) {
            return config;
        }
        return config.withServer(URI.create(server.getScheme() + "://" + server.getRawAuthority()));
    }

    private SocketAddress address() throws IOException {
        if (unixSocket == null) {
            try {
                return new InetSocketAddress(InetAddress.getByName(address), port);
            } catch (UnknownHostException | IllegalArgumentException e) {
                throw new CommandFailure("cannot listen on " + address + ":" + port + ": " + e.getMessage(), e);
            }
        }
        Path file = context.surroundings().resolve(unixSocket);
        // One that another run has left behind.
        if (Files.exists(file)
                && Files.readAttributes(file, BasicFileAttributes.class).isOther()) {
            Files.delete(file);
        }
        return UnixDomainSocketAddress.of(file);
    }

    private String start(ProxyServer server) throws IOException {
        String wanted = unixSocket == null ? address + ":" + port : unixSocket;
        int bound;
        try {
            bound = server.start();
        } catch (IOException e) {
            throw new CommandFailure("cannot listen on " + wanted + ": " + e.getMessage(), e);
        }
        if (unixSocket == null) {
            return (address.contains(":") ? "[" + address + "]" : address) + ":" + bound;
        }
        Files.setPosixFilePermissions(
                context.surroundings().resolve(unixSocket), PosixFilePermissions.fromString("rw-------"));
        return unixSocket;
    }

    private Optional<ProxyServer.Files> files() {
        if (www == null) {
            return Optional.empty();
        }
        Path directory = context.surroundings().resolve(www);
        if (!Files.isDirectory(directory)) {
            throw new CommandFailure("there is no directory " + www);
        }
        return Optional.of(new ProxyServer.Files(slashed(wwwPrefix), directory));
    }

    private static String slashed(String prefix) {
        return ("/" + prefix + "/").replaceAll("/+", "/");
    }
}
