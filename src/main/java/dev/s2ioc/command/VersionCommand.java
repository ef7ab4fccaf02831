package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.Request;
import java.io.PrintStream;
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

    private final CommandContext context;

    public VersionCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        PrintStream out = context.streams().out();
        out.println("Client Version: " + clientVersion());
        if (!clientOnly) {
            JsonNode version = context.session().json(Request.get("/version"));
            out.println("Kubernetes Version: " + version.path("gitVersion").asText());
        }
    }

    static String clientVersion() {
        String version = VersionCommand.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
