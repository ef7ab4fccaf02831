package dev.s2ioc.command.create;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.s2ioc.command.CommandFailure;
import java.util.List;
import picocli.CommandLine.Option;

/** The flags that say who is given a role. */
public final class SubjectFlags {
    static final String GROUP = "rbac.authorization.k8s.io";

    @Option(names = "--group", paramLabel = "NAME", description = "A group; may be repeated.")
    List<String> groups = List.of();

    @Option(
            names = "--serviceaccount",
            paramLabel = "NAMESPACE:NAME",
            description = "A service account; may be repeated.")
    List<String> serviceAccounts = List.of();

    /** @param users named by {@code --user}, which is a flag of all commands and means them here */
    void addTo(NewObject binding, List<String> users) {
        ArrayNode subjects = binding.body().putArray("subjects");
        users.forEach(user -> add(subjects, "User", user));
        groups.forEach(group -> add(subjects, "Group", group));
        for (String account : serviceAccounts) {
            String[] halves = account.split(":", -1);
            if (halves.length != 2 || halves[0].isEmpty() || halves[1].isEmpty()) {
                throw new CommandFailure("serviceaccount must be <namespace>:<name>");
            }
            subjects.addObject()
                    .put("kind", "ServiceAccount")
                    .put("name", halves[1])
                    .put("namespace", halves[0]);
        }
        if (subjects.isEmpty()) {
            binding.body().remove("subjects");
        }
    }

    private static void add(ArrayNode subjects, String kind, String name) {
        subjects.addObject().put("kind", kind).put("apiGroup", GROUP).put("name", name);
    }

    static void refer(NewObject binding, String kind, String role) {
        binding.body()
                .putObject("roleRef")
                .put("apiGroup", GROUP)
                .put("kind", kind)
                .put("name", role);
    }
}
