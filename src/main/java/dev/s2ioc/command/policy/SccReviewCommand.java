package dev.s2ioc.command.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells which service accounts may create a pod. */
@Command(
        name = "scc-review",
        description = "Tell which service accounts can create a pod, and by which security context constraint.",
        footer = {
            "",
            "Examples:",
            "  # Can the account that the file names create its pod?",
            "  s2ioc policy scc-review -f pod.yaml",
            "",
            "  # Can these two?",
            "  s2ioc policy scc-review -z robot,builder -f pod.yaml"
        })
public final class SccReviewCommand implements Action {

    @Option(
            names = {"-z", "--serviceaccount"},
            paramLabel = "NAME",
            split = ",",
            description = "A service account of the current project; may be repeated. Default: that of the pod")
    List<String> serviceAccounts = List.of();

    @Mixin
    PodReview review = new PodReview();

    private final CommandContext context;

    SccReviewCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        review.run(
                "PodSecurityPolicyReview",
                spec -> {
                    ArrayNode names = spec.putArray("serviceAccountNames");
                    serviceAccounts.forEach(name -> names.add(PodReview.accountName(name)));
                },
                new String[] {"RESOURCE", "SERVICE ACCOUNT", "ALLOWED BY", ""},
                (object, status, table) -> {
                    for (JsonNode account : status.path("allowedServiceAccounts")) {
                        table.line(object, account.path("name").asText(), PodReview.allowedBy(account), "");
                    }
                },
                context);
    }
}
