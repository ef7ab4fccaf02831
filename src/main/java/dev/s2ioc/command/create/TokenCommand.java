package dev.s2ioc.command.create;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.Request;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.DurationFlag;
import dev.s2ioc.command.PrintFlags;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks for a token with which a program may act as a service account, and prints it. */
@Command(
        name = "token",
        description = "Print a new token of a service account.",
        footer = {
            "",
            "Examples:",
            "  # Log a robot in",
            "  s2ioc login --token=$(s2ioc create token robot --duration=1h)"
        })
public final class TokenCommand implements Action {

    @Parameters(paramLabel = "SERVICEACCOUNT", description = "Name of the service account.")
    String name;

    @Option(
            names = "--duration",
            paramLabel = "DURATION",
            converter = DurationFlag.class,
            description = "How long it is to be good, as in 1h.")
    Duration duration = Duration.ZERO;

    @Option(names = "--audience", paramLabel = "AUDIENCE", description = "Who is to accept it; may be repeated.")
    List<String> audiences = List.of();

    @Option(
            names = "--bound-object-kind",
            paramLabel = "KIND",
            description = "Let it end with an object: Pod, Secret or Node.")
    String boundKind = "";

    @Option(names = "--bound-object-name", paramLabel = "NAME", description = "The name of that object.")
    String boundName = "";

    @Option(names = "--bound-object-uid", paramLabel = "UID", description = "The UID of that object.")
    String boundUid = "";

    @Mixin
    PrintFlags print = new PrintFlags();

    private final CommandContext context;

    TokenCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException {
        if (boundKind.isEmpty() != boundName.isEmpty() || boundKind.isEmpty() && !boundUid.isEmpty()) {
            throw new CommandFailure("--bound-object-kind and --bound-object-name belong together");
        }
        JsonNode answer = ask();
        String token = answer.path("status").path("token").asText("");
        if (token.isEmpty()) {
            throw new CommandFailure("failed to create token: no token in server response");
        }
        if (print.isSet()) {
            print.printer(context.surroundings())
                    .print(answer, context.streams().out());
        } else {
            context.streams().out().println(token);
        }
    }

    private JsonNode ask() {
        ResourceType accounts = context.session().discovery().type("serviceaccounts");
        try {
            return context.session()
                    .json(Request.post(accounts.path(context.session().namespace(), name) + "/token", request()));
        } catch (ApiException e) {
            throw new CommandFailure("failed to create token: " + e.getMessage(), e);
        }
    }

    private ObjectNode request() {
        ObjectNode request = Json.object();
        request.put("apiVersion", "authentication.k8s.io/v1").put("kind", "TokenRequest");
        ObjectNode spec = request.putObject("spec");
        if (!audiences.isEmpty()) {
            audiences.forEach(spec.putArray("audiences")::add);
        }
        if (duration.isPositive()) {
            spec.put("expirationSeconds", duration.toSeconds());
        }
        if (!boundKind.isEmpty()) {
            ObjectNode bound = spec.putObject("boundObjectRef");
            bound.put("apiVersion", "v1").put("kind", boundKind).put("name", boundName);
            if (!boundUid.isEmpty()) {
                bound.put("uid", boundUid);
            }
        }
        return request;
    }
}
