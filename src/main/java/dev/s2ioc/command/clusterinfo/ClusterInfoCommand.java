package dev.s2ioc.command.clusterinfo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.Request;
import dev.s2ioc.client.Session;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.Subcommands;
import dev.s2ioc.flags.Specs;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Tells where the server is, and where the services of the cluster itself are. */
@Command(
        name = "cluster-info",
        description = "Tell where the control plane and the services of the cluster are.",
        footer = {
            "",
            "Examples:",
            "  # Where the cluster is",
            "  s2ioc cluster-info",
            "",
            "  # All that may help to find out what is wrong with it",
            "  s2ioc cluster-info dump --output-directory=cluster-state"
        })
public final class ClusterInfoCommand implements Action {
    private final CommandContext context;

    private ClusterInfoCommand(CommandContext context) {
        this.context = context;
    }

    /** The command with its subcommand. */
    public static CommandLine tree(CommandContext context) {
        return Subcommands.of(
                Specs.line(new ClusterInfoCommand(context)),
                context,
                List.of(new Subcommands.Entry("dump", DumpCommand::new)));
    }

    @Override
    public void run() {
        Session session = context.session();
        JsonNode services = services(session);
        PrintStream out = context.streams().out();
        out.println("Kubernetes control plane is running at " + session.server());
        for (JsonNode service : services.path("items")) {
            out.println(title(service) + " is running at " + session.server() + address(service));
        }
        out.println("\nTo further debug and diagnose cluster problems, use 's2ioc cluster-info dump'.");
    }

    private static JsonNode services(Session session) {
        try {
            return session.json(Request.get("/api/v1/namespaces/kube-system/services")
                    .with("labelSelector", "kubernetes.io/cluster-service=true"));
        } catch (ApiException e) {
            if (!e.isForbidden() && !e.isNotFound()) {
                throw e;
            }
            // Most users may not look into kube-system; where the server is they still learn.
            session.talk().note(3, "the services of the cluster are unknown: " + e.getMessage());
            return Json.object();
        }
    }

    private static String title(JsonNode service) {
        JsonNode metadata = service.path("metadata");
        String title = metadata.path("labels").path("kubernetes.io/name").asText("");
        return title.isEmpty() ? metadata.path("name").asText() : title;
    }

    /** The way to it through the API server. */
    private static String address(JsonNode service) {
        JsonNode metadata = service.path("metadata");
        String name = metadata.path("name").asText();
        JsonNode port = service.path("spec").path("ports").path(0);
        String portName = port.path("name").asText("");
        String scheme = port.path("port").asInt() == 443 || portName.equals("https") ? "https:" : "";
        return "/api/v1/namespaces/" + metadata.path("namespace").asText() + "/services/" + scheme + name
                + (portName.isEmpty() && scheme.isEmpty() ? "" : ":" + portName) + "/proxy";
    }
}
