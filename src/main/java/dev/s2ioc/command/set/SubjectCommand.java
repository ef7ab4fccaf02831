package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.ActsOnUsers;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds users, groups and service accounts to role bindings. */
@Command(
        name = "subject",
        description = "Add users, groups and service accounts to role bindings.",
        footer = {
            "",
            "Examples:",
            "  # Give a role to a user and a service account",
            "  s2ioc set subject rolebinding/view --user=ada --serviceaccount=demo:robot"
        })
public final class SubjectCommand implements Action, ActsOnUsers {
    private static final String GROUP = "rbac.authorization.k8s.io";

    @Parameters(
            arity = "0..*",
            paramLabel = "TYPE/NAME | TYPE NAME",
            description = "RoleBindings or ClusterRoleBindings.")
    List<String> words = List.of();

    @Option(names = "--group", paramLabel = "NAME", split = ",", description = "A group; may be repeated.")
    List<String> groups = List.of();

    @Option(
            names = "--serviceaccount",
            paramLabel = "NAMESPACE:NAME",
            split = ",",
            description = "A service account; may be repeated.")
    List<String> accounts = List.of();

    @Mixin
    SetFlags flags = new SetFlags();

    private final CommandContext context;

    SubjectCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        List<String> users = users();
        if (users.isEmpty() && groups.isEmpty() && accounts.isEmpty()) {
            throw new CommandFailure("you must specify at least one value of user, group or serviceaccount");
        }
        for (String account : accounts) {
            if (!account.matches("[^:]*:[^:]+")) {
                throw new CommandFailure("serviceaccount must be <namespace>:<name>, and \"" + account + "\" is not");
            }
        }
        new Changes(context, flags, "subjects updated").make(words, binding -> add(binding, users));
    }

    /** What elsewhere names the kubeconfig's user names here who gets the role, as with oc. */
    private List<String> users() {
        return context.flags().takeUsers().stream()
                .flatMap(names -> Stream.of(names.split(",")))
                .toList();
    }

    private void add(Subject binding, List<String> users) {
        if (!binding.type().kind().matches("(Cluster)?RoleBinding")) {
            throw new CommandFailure("setting subjects is only supported for RoleBinding/ClusterRoleBinding, and "
                    + binding.label() + " is neither");
        }
        ArrayNode subjects = binding.object().path("subjects") instanceof ArrayNode there ? there : Json.array();
        for (ObjectNode wanted : wanted(binding, users)) {
            if (!contains(subjects, wanted)) {
                subjects.add(wanted);
            }
        }
        binding.object().set("subjects", subjects);
    }

    private List<ObjectNode> wanted(Subject binding, List<String> users) {
        List<ObjectNode> wanted = new ArrayList<>();
        new TreeSet<>(users).forEach(name -> wanted.add(subject("User", name).put("apiGroup", GROUP)));
        new TreeSet<>(groups).forEach(name -> wanted.add(subject("Group", name).put("apiGroup", GROUP)));
        for (String account : new TreeSet<>(accounts)) {
            String namespace = account.substring(0, account.indexOf(':'));
            if (namespace.isEmpty() && !binding.type().namespaced()) {
                throw new CommandFailure("serviceaccount must be <namespace>:<name>, namespace must be specified");
            }
            wanted.add(subject("ServiceAccount", account.substring(account.indexOf(':') + 1))
                    .put("namespace", namespace.isEmpty() ? context.session().namespace() : namespace));
        }
        return wanted;
    }

    private static ObjectNode subject(String kind, String name) {
        return Json.object().put("kind", kind).put("name", name);
    }

    private static boolean contains(ArrayNode subjects, ObjectNode wanted) {
        for (JsonNode subject : subjects) {
            if (subject.path("kind").equals(wanted.path("kind"))
                    && subject.path("name").equals(wanted.path("name"))
                    && subject.path("namespace").equals(wanted.path("namespace"))) {
                return true;
            }
        }
        return false;
    }
}
