package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.Request;
import dev.s2ioc.client.Session;
import dev.s2ioc.print.PrintOptions;
import dev.s2ioc.print.Printers;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the versions of the client and the server. */
@Command(
        name = "version",
        description = "Print the client and server versions.",
        footer = {
            "",
            "Examples:",
            "  # Print the versions of the client and of the current server",
            "  s2ioc version",
            "",
            "  # Print the version of the client alone; no server is asked",
            "  s2ioc version --client"
        })
public final class VersionCommand implements Action {

    @Option(names = "--client", description = "Only the client's version; no server is needed.")
    boolean clientOnly;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "Output format: json or yaml.")
    String output = "";

    private final CommandContext context;

    public VersionCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException {
        if (!output.isEmpty() && !output.equals("json") && !output.equals("yaml")) {
            throw new CommandFailure("--output must be 'yaml' or 'json'");
        }
        ObjectNode versions = Json.object();
        versions.putObject("clientVersion").put("gitVersion", clientVersion()).put("platform", platform());
        try {
            if (!clientOnly) {
                addServer(versions);
            }
        } finally {
            // What is known is told even if the server cannot be asked.
            print(versions);
        }
    }

    private void addServer(ObjectNode versions) {
        Session session = context.session();
        JsonNode kubernetes = session.json(Request.get("/version"));
        openShiftVersion(session).ifPresent(version -> versions.put("openshiftVersion", version));
        versions.set("serverVersion", kubernetes);
    }

    /** The version of OpenShift: the last update that was completed, else the one that is wanted. */
    private static Optional<String> openShiftVersion(Session session) {
        JsonNode status;
        try {
            status = session.json(Request.get("/apis/config.openshift.io/v1/clusterversions/version"))
                    .path("status");
        } catch (ApiException e) {
            session.talk().note(6, "the server does not tell its OpenShift version: " + e.getMessage());
            return Optional.empty();
        }
        for (JsonNode update : status.path("history")) {
            if (update.path("state").asText().equals("Completed")) {
                return Optional.of(update.path("version").asText());
            }
        }
        return Optional.of(status.path("desired").path("version").asText("")).filter(version -> !version.isEmpty());
    }

    private void print(ObjectNode versions) throws IOException {
        PrintStream out = context.streams().out();
        if (!output.isEmpty()) {
            Printers.forFormat(PrintOptions.of(output)).print(versions, out);
            return;
        }
        out.println("Client Version: " + clientVersion());
        if (versions.has("openshiftVersion")) {
            out.println("Server Version: " + versions.path("openshiftVersion").asText());
        }
        if (versions.has("serverVersion")) {
            out.println("Kubernetes Version: "
                    + versions.path("serverVersion").path("gitVersion").asText());
        }
    }

    static String clientVersion() {
        String version = VersionCommand.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(java.util.Locale.ROOT);
        String machine = System.getProperty("os.arch");
        return (system.startsWith("mac") ? "darwin" : system.startsWith("windows") ? "windows" : system) + "/"
                + (machine.equals("x86_64") ? "amd64" : machine.equals("aarch64") ? "arm64" : machine);
    }
}
