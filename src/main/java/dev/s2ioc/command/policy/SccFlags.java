package dev.s2ioc.command.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Resources;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.DryRunFlags;
import dev.s2ioc.command.PrintFlags;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Mixin;

/**
 * The flags of commands that let pods of somebody run under a security context constraint: a cluster role that may use it, and
 * a binding of the same name, in all projects or in the one that {@code -n} names.
 */
final class SccFlags {

    @Mixin
    DryRunFlags dryRun = new DryRunFlags();

    @Mixin
    PrintFlags print = new PrintFlags();

    void add(String constraint, List<BoundSubject> subjects, CommandContext context) throws IOException {
        RoleFlags flags = flags(constraint);
        boolean everywhere = context.flags().givenNamespace().isEmpty();
        Role role = flags.role(flags.bindingName, everywhere, context);
        if (!dryRun.isClient()) {
            makeRole(role, constraint, context.session().resources());
        }
        flags.add(role, subjects, everywhere, context);
    }

    void remove(String constraint, List<BoundSubject> subjects, CommandContext context) throws IOException {
        RoleFlags flags = flags(constraint);
        boolean everywhere = context.flags().givenNamespace().isEmpty();
        flags.remove(flags.role(flags.bindingName, everywhere, context), subjects, everywhere, context);
    }

    private RoleFlags flags(String constraint) {
        RoleFlags flags = new RoleFlags();
        flags.bindingName = "system:openshift:scc:" + constraint;
        flags.dryRun = dryRun;
        flags.print = print;
        return flags;
    }

    private void makeRole(Role role, String constraint, Resources resources) {
        try {
            resources.get(KnownTypes.CLUSTER_ROLE, role.name());
        } catch (ApiException e) {
            if (!e.isNotFound()) {
                throw e;
            }
            ObjectNode made = Json.object().put("kind", "ClusterRole").put("apiVersion", Role.GROUP + "/v1");
            made.putObject("metadata").put("name", role.name());
            ObjectNode rule = made.putArray("rules").addObject();
            rule.putArray("verbs").add("use");
            rule.putArray("apiGroups").add("security.openshift.io");
            rule.putArray("resources").add("securitycontextconstraints");
            rule.putArray("resourceNames").add(constraint);
            resources.create(KnownTypes.CLUSTER_ROLE, made, dryRun.parameters());
        }
    }
}
