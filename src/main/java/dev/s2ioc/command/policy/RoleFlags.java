package dev.s2ioc.command.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Request;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.DryRunFlags;
import dev.s2ioc.command.PrintFlags;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags of commands that give roles and take them. */
final class RoleFlags {

    @Option(
            names = "--role-namespace",
            paramLabel = "PROJECT",
            description = "The role is one of this project, not of the cluster; it must be the current project.")
    String roleNamespace = "";

    @Option(
            names = "--rolebinding-name",
            paramLabel = "NAME",
            description = "The binding to change or to make. Default: all that give the role, or a new one")
    String bindingName = "";

    @Mixin
    DryRunFlags dryRun = new DryRunFlags();

    @Mixin
    PrintFlags print = new PrintFlags();

    /** Checks the flags; no request is sent before. */
    Role role(String name, boolean clusterWide, CommandContext context) {
        dryRun.check(context);
        if (print.isSet()) {
            print.printer(context.surroundings());
        }
        if (clusterWide && !roleNamespace.isEmpty()) {
            throw new CommandFailure("--role-namespace is for the roles of one project; this gives roles in all");
        }
        String namespace = roleNamespace.isEmpty() ? "" : context.session().namespace();
        if (!roleNamespace.equals(namespace)) {
            throw new CommandFailure("role binding in namespace \"" + namespace
                    + "\" can't reference role in different namespace \"" + roleNamespace + "\"");
        }
        return new Role(!roleNamespace.isEmpty(), name);
    }

    Bindings bindings(boolean clusterWide, CommandContext context) {
        Optional<String> namespace =
                clusterWide ? Optional.empty() : Optional.of(context.session().namespace());
        return new Bindings(context.session().resources(), namespace, dryRun);
    }

    /** Gives the role and tells of it. */
    void add(Role role, List<BoundSubject> subjects, boolean clusterWide, CommandContext context) throws IOException {
        warnIfMissing(role, context);
        JsonNode binding = bindings(clusterWide, context).add(role, subjects, bindingName);
        tell(binding, role, "added", subjects, context);
    }

    /** Takes the role and tells of it. */
    void remove(Role role, List<BoundSubject> subjects, boolean clusterWide, CommandContext context)
            throws IOException {
        List<Bindings.Changed> changed = bindings(clusterWide, context)
                .remove(
                        binding -> role.isGivenBy(binding)
                                && (bindingName.isEmpty()
                                        || bindingName.equals(binding.path("metadata")
                                                .path("name")
                                                .asText())),
                        subjects);
        List<BoundSubject> removed = subjects.stream()
                .filter(subject ->
                        changed.stream().anyMatch(each -> each.subjects().contains(subject)))
                .toList();
        if (removed.isEmpty()) {
            throw new CommandFailure("unable to find target "
                    + subjects.stream().map(BoundSubject::name).toList());
        }
        if (!print.isSet()) {
            tell(null, role, "removed", removed, context);
        }
        for (Bindings.Changed each : print.isSet() ? changed : List.<Bindings.Changed>of()) {
            tell(each.binding(), role, "removed", removed, context);
        }
    }

    private void tell(JsonNode binding, Role role, String verb, List<BoundSubject> subjects, CommandContext context)
            throws IOException {
        if (print.isSet()) {
            print.printer(context.surroundings())
                    .print(binding, context.streams().out());
            return;
        }
        context.streams()
                .out()
                .println(role.objectName() + " " + verb + ": " + BoundSubject.quoted(subjects) + dryRun.suffix());
    }

    /** A binding may come before its role; a server that shows no roles cannot tell. */
    private static void warnIfMissing(Role role, CommandContext context) {
        String base = "/apis/" + Role.GROUP + "/v1/";
        String path = role.local()
                ? "namespaces/" + context.session().namespace() + "/roles/" + role.name()
                : "clusterroles/" + role.name();
        try {
            context.session().bytes(Request.get(base + path));
        } catch (ApiException e) {
            if (e.isNotFound() && !e.isUnknownPath()) {
                context.streams().err().println("Warning: role '" + role.name() + "' not found");
            } else if (!e.isNotFound() && !e.isForbidden()) {
                throw e;
            }
        }
    }
}
