package dev.s2ioc.command.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.ActsOnUsers;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells whether somebody may create a pod. */
@Command(
        name = "scc-subject-review",
        description = "Tell whether you, or somebody else, can create a pod, and by which security context constraint.",
        footer = {
            "",
            "Examples:",
            "  # Can I create this pod?",
            "  s2ioc policy scc-subject-review -f pod.yaml",
            "",
            "  # Can bob, as a member of a group?",
            "  s2ioc policy scc-subject-review -u bob -g developers -f pod.yaml"
        })
public final class SccSubjectReviewCommand implements Action, ActsOnUsers {

    @Option(names = "-u", paramLabel = "NAME", description = "A user; the same as --user.")
    String user = "";

    @Option(
            names = {"-g", "--groups"},
            paramLabel = "NAME",
            split = ",",
            description = "A group that the user is in; may be repeated.")
    List<String> groups = List.of();

    @Option(
            names = {"-z", "--serviceaccount"},
            paramLabel = "NAME",
            description = "A service account of the current project.")
    String serviceAccount = "";

    @Mixin
    PodReview review = new PodReview();

    private final CommandContext context;

    SccSubjectReviewCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        List<String> named = context.flags().takeUsers();
        String who = user.isEmpty() && !named.isEmpty() ? named.getLast() : user;
        if (!who.isEmpty() && !serviceAccount.isEmpty()) {
            throw new CommandFailure("--user and --serviceaccount are mutually exclusive");
        }
        if (serviceAccount.contains(",")) {
            throw new CommandFailure("only one Service Account is supported");
        }
        String subject = serviceAccount.isEmpty() ? who : PodReview.accountName(serviceAccount);
        boolean self = subject.isEmpty() && groups.isEmpty();
        review.run(
                self ? "PodSecurityPolicySelfSubjectReview" : "PodSecurityPolicySubjectReview",
                spec -> add(self, subject, spec),
                new String[] {"RESOURCE", "ALLOWED BY", ""},
                (object, status, table) -> table.line(object, PodReview.allowedBy(status), ""),
                context);
    }

    private void add(boolean self, String subject, ObjectNode spec) {
        if (!self) {
            spec.put("user", subject);
            groups.forEach(spec.putArray("groups")::add);
        }
    }
}
