package dev.s2ioc.command.create;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The flags that say what a role allows: verbs, and on what. */
public final class RuleFlags {
    private static final Set<String> STANDARD_VERBS = Set.of(
            ("* get list watch create update patch delete deletecollection use bind escalate impersonate sign approve")
                    .split(" "));

    @Option(
            names = "--verb",
            paramLabel = "VERB",
            split = ",",
            description = "What is allowed: get, list, watch, create, update, patch, delete …, or * for all.")
    List<String> verbs = List.of();

    @Option(
            names = "--resource",
            paramLabel = "TYPE[.GROUP][/SUBRESOURCE]",
            split = ",",
            description = "On which types, as in bc, deployments.apps or builds/log.")
    List<String> resources = List.of();

    @Option(
            names = "--resource-name",
            paramLabel = "NAME",
            description = "Only on the object of this name; may be repeated.")
    List<String> names = List.of();

    /** The verbs, each once; all of them if all are meant. */
    List<String> verbs() {
        if (verbs.isEmpty()) {
            throw new CommandFailure("at least one verb must be specified");
        }
        return verbs.contains("*") ? List.of("*") : List.copyOf(new LinkedHashSet<>(verbs));
    }

    /** Adds one rule for each API group of the resources. */
    void addTo(ArrayNode rules, CommandContext context) {
        warn(context);
        Map<String, List<String>> byGroup = new TreeMap<>();
        for (String resource : new LinkedHashSet<>(resources)) {
            add(resource, byGroup, context);
        }
        byGroup.forEach((group, plurals) -> {
            ObjectNode rule = rules.addObject();
            verbs().forEach(rule.putArray("verbs")::add);
            rule.putArray("apiGroups").add(group);
            plurals.forEach(rule.putArray("resources")::add);
            if (!names.isEmpty()) {
                new LinkedHashSet<>(names).forEach(rule.putArray("resourceNames")::add);
            }
        });
    }

    private static void add(String resource, Map<String, List<String>> byGroup, CommandContext context) {
        int slash = resource.indexOf('/');
        String subresource = slash < 0 ? "" : resource.substring(slash);
        String typed = slash < 0 ? resource : resource.substring(0, slash);
        if (typed.isEmpty()) {
            throw new CommandFailure("resource must be specified if apiGroup/subresource specified");
        }
        if (typed.equals("*") || typed.startsWith("*.")) {
            byGroup.computeIfAbsent(typed.equals("*") ? "" : typed.substring(2), key -> new ArrayList<>())
                    .add("*" + subresource);
            return;
        }
        ResourceType type = context.session().discovery().type(typed);
        byGroup.computeIfAbsent(type.group(), key -> new ArrayList<>()).add(type.plural() + subresource);
    }

    private void warn(CommandContext context) {
        verbs.stream()
                .filter(verb -> !STANDARD_VERBS.contains(verb))
                .forEach(verb ->
                        context.streams().err().println("Warning: '" + verb + "' is not a standard resource verb"));
    }
}
