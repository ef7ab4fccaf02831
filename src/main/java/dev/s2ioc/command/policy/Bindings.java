package dev.s2ioc.command.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.Request;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Resources;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.DryRunFlags;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The role bindings of a project, or those that count in all projects. */
public final class Bindings {
    private static final ResourceType OF_PROJECTS = type("rolebindings", "RoleBinding", true);
    private static final ResourceType OF_CLUSTER = type("clusterrolebindings", "ClusterRoleBinding", false);

    private final Resources resources;
    private final Optional<String> namespace;
    private final DryRunFlags dryRun;

    /** @param namespace the project; empty for the bindings that count in all */
    Bindings(Resources resources, Optional<String> namespace, DryRunFlags dryRun) {
        this.resources = namespace.map(resources::in).orElse(resources);
        this.namespace = namespace;
        this.dryRun = dryRun;
    }

    /** A binding, and those of its subjects that a change was about. */
    record Changed(JsonNode binding, List<BoundSubject> subjects) {}

    private static ResourceType type(String plural, String kind, boolean namespaced) {
        return new ResourceType(
                Role.GROUP,
                "v1",
                plural,
                plural.substring(0, plural.length() - 1),
                kind,
                namespaced,
                List.of(),
                List.of(),
                List.of());
    }

    private ResourceType type() {
        return namespace.isPresent() ? OF_PROJECTS : OF_CLUSTER;
    }

    /** Gives a user a role of the cluster in a project. */
    public static void giveRole(Resources resources, String namespace, String role, String user) {
        new Bindings(resources, Optional.of(namespace), new DryRunFlags())
                .add(new Role(false, role), List.of(BoundSubject.user(user)), "");
    }

    /** Gives the subjects a role, by the named binding; without a name by a new one, unless they have it already. */
    JsonNode add(Role role, List<BoundSubject> subjects, String name) {
        List<ObjectNode> all = list();
        if (name.isEmpty()) {
            Optional<ObjectNode> enough = all.stream()
                    .filter(role::isGivenBy)
                    .filter(binding -> subjects(binding).containsAll(subjects))
                    .findFirst();
            return enough.isPresent() ? enough.get() : create(role, subjects, freeName(role.name(), all));
        }
        Optional<ObjectNode> named =
                all.stream().filter(each -> nameOf(each).equals(name)).findFirst();
        if (named.isEmpty()) {
            return create(role, subjects, name);
        }
        ObjectNode binding = named.get();
        if (!role.isGivenBy(binding)) {
            throw new CommandFailure("rolebinding " + name + " found for role "
                    + binding.path("roleRef").path("name").asText() + ", not " + role.name());
        }
        List<BoundSubject> both = new ArrayList<>(subjects(binding));
        subjects.stream().filter(each -> !both.contains(each)).forEach(both::add);
        return both.size() == binding.path("subjects").size() ? binding : update(binding, both);
    }

    /** Takes subjects out of the bindings; one that then has none is deleted. */
    List<Changed> remove(Predicate<JsonNode> bindings, List<BoundSubject> subjects) {
        List<Changed> changed = new ArrayList<>();
        for (ObjectNode binding : list().stream().filter(bindings).toList()) {
            List<BoundSubject> kept = new ArrayList<>(subjects(binding));
            List<BoundSubject> found = subjects.stream().filter(kept::contains).toList();
            if (found.isEmpty()) {
                continue;
            }
            kept.removeAll(found);
            if (!kept.isEmpty()) {
                changed.add(new Changed(update(binding, kept), found));
                continue;
            }
            if (!dryRun.isClient()) {
                resources.delete(type(), nameOf(binding), Json.object(), dryRun.parameters());
            }
            binding.putArray("subjects");
            changed.add(new Changed(binding, found));
        }
        return changed;
    }

    private List<ObjectNode> list() {
        List<ObjectNode> bindings = new ArrayList<>();
        for (JsonNode item : resources.list(type()).path("items")) {
            bindings.add(Json.object()
                    .put("apiVersion", type().apiVersion())
                    .put("kind", type().kind())
                    .setAll((ObjectNode) item));
        }
        return bindings;
    }

    private JsonNode create(Role role, List<BoundSubject> subjects, String name) {
        ObjectNode binding =
                Json.object().put("apiVersion", type().apiVersion()).put("kind", type().kind());
        ObjectNode metadata = binding.putObject("metadata").put("name", name);
        namespace.ifPresent(project -> metadata.put("namespace", project));
        binding.set("roleRef", role.reference());
        binding.set("subjects", array(subjects));
        return dryRun.isClient() ? binding : resources.create(type(), binding, parameters());
    }

    private JsonNode update(ObjectNode binding, List<BoundSubject> subjects) {
        binding.set("subjects", array(subjects));
        return dryRun.isClient() ? binding : resources.update(type(), nameOf(binding), binding, parameters());
    }

    private Request.Parameter[] parameters() {
        return dryRun.parameters();
    }

    private static ArrayNode array(List<BoundSubject> subjects) {
        ArrayNode array = Json.array();
        subjects.forEach(subject -> array.add(subject.json()));
        return array;
    }

    private static List<BoundSubject> subjects(JsonNode binding) {
        return binding.path("subjects").valueStream().map(BoundSubject::of).toList();
    }

    private static String nameOf(JsonNode binding) {
        return binding.path("metadata").path("name").asText();
    }

    private static String freeName(String role, List<ObjectNode> all) {
        Set<String> taken = all.stream().map(Bindings::nameOf).collect(Collectors.toSet());
        String name = role;
        for (int i = 0; taken.contains(name); i++) {
            name = role + "-" + i;
        }
        return name;
    }
}
