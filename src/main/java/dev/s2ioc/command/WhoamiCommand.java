package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Identity;
import dev.s2ioc.client.Request;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints who the user is, or one thing about the session. */
@Command(
        name = "whoami",
        description = "Return information about the current session.",
        footer = {
            "",
            "Examples:",
            "  # Print the name of the user that you are logged in as",
            "  s2ioc whoami",
            "",
            "  # Print which groups you are in, too",
            "  s2ioc whoami -o yaml",
            "",
            "  # Hand the session's token to another program",
            "  curl -H \"Authorization: Bearer $(s2ioc whoami -t)\" $(s2ioc whoami --show-server)/version"
        })
public final class WhoamiCommand implements Action {

    /** What to print instead of the name. */
    static final class Choice {
        @Option(
                names = {"-t", "--show-token"},
                description = "Print the token that the session uses.")
        boolean token;

        @Option(
                names = {"-c", "--show-context"},
                description = "Print the name of the current context.")
        boolean context;

        @Option(names = "--show-server", description = "Print the address of the server.")
        boolean server;

        @Option(names = "--show-console", description = "Print the address of the server's web console.")
        boolean console;
    }

    @ArgGroup(exclusive = true)
    Choice choice = new Choice();

    @Mixin
    PrintFlags print = new PrintFlags();

    private final CommandContext context;

    public WhoamiCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException {
        if (print.isSet()) {
            if (choice.token || choice.context || choice.server || choice.console) {
                throw new CommandFailure("--output cannot be used with --show-token, --show-context, --show-server,"
                        + " or --show-console");
            }
            print.printer(context.surroundings())
                    .print(
                            new Identity(context.session()).user(),
                            context.streams().out());
            return;
        }
        context.streams().out().println(answer());
    }

    private String answer() {
        if (choice.token) {
            return context.clientConfig()
                    .credentials()
                    .bearerToken()
                    .orElseThrow(() -> new CommandFailure("no token is currently in use for this session"));
        }
        if (choice.context) {
            return context.clientConfig().context().orElseThrow(() -> new CommandFailure("no context has been set"));
        }
        if (choice.server) {
            return context.clientConfig().server().toString();
        }
        return choice.console ? console() : new Identity(context.session()).name();
    }

    private String console() {
        try {
            JsonNode map = context.session()
                    .json(Request.get("/api/v1/namespaces/openshift-config-managed/configmaps/console-public"));
            return Optional.of(map.path("data").path("consoleURL").asText(""))
                    .filter(url -> !url.isEmpty())
                    .orElseThrow(() -> new CommandFailure("unable to determine console location from the cluster"));
        } catch (ApiException e) {
            throw new CommandFailure("unable to determine console location: " + e.getMessage(), e);
        }
    }
}
