package dev.s2ioc.command.complete;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.Discovery;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.ListOptions;
import dev.s2ioc.client.Projects;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.command.CommandContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Names that can be asked for: of the server that the typed line means, and of the kubeconfig. */
final class Known {
    private final CommandContext context;

    Known(CommandContext context, TypedLine line) {
        this.context = context;
        context.flags().take(line.global());
    }

    Candidates types() {
        TreeSet<String> plurals = new TreeSet<>();
        discovery().all().forEach(type -> plurals.add(type.plural()));
        return Candidates.of(plurals);
    }

    Optional<ResourceType> type(String word) {
        return discovery().find(word);
    }

    private Discovery discovery() {
        return context.session().discovery();
    }

    Candidates names(ResourceType type) {
        List<String> names = new ArrayList<>();
        context.session()
                .resources()
                .list(type, ListOptions.ALL)
                .path("items")
                .forEach(item -> names.add(item.path("metadata").path("name").asText()));
        return Candidates.of(names);
    }

    Candidates projects() {
        return Candidates.of(new Projects(context.session())
                .list().stream().map(Projects.Project::name).toList());
    }

    /** The containers of the pod that is the first argument. */
    Candidates containers(List<String> arguments) {
        if (arguments.isEmpty()) {
            return Candidates.NONE;
        }
        String pod = arguments.getFirst().replaceFirst("^pods?/", "");
        JsonNode spec = context.session().resources().get(KnownTypes.POD, pod).path("spec");
        List<String> names = new ArrayList<>();
        for (String group : List.of("containers", "initContainers")) {
            spec.path(group).forEach(each -> names.add(each.path("name").asText()));
        }
        return Candidates.of(names);
    }

    Candidates contexts() {
        return Candidates.of(context.kubeconfig().contextNames());
    }

    Candidates clusters() {
        return Candidates.of(context.kubeconfig().clusterNames());
    }

    Candidates users() {
        return Candidates.of(context.kubeconfig().userNames());
    }
}
