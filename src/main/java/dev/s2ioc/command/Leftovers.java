package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.LastApplied;
import dev.s2ioc.client.ListOptions;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Resources;
import dev.s2ioc.client.SelectionException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Objects that were applied at some time and are no longer among those that are. */
final class Leftovers {
    /** Those that kubectl and oc look at, but for types that are in no namespace: one must name them to lose them. */
    private static final List<ResourceType> USUAL = List.of(
            KnownTypes.CONFIG_MAP,
            KnownTypes.PERSISTENT_VOLUME_CLAIM,
            KnownTypes.POD,
            KnownTypes.REPLICATION_CONTROLLER,
            KnownTypes.SECRET,
            KnownTypes.SERVICE,
            KnownTypes.JOB,
            KnownTypes.CRON_JOB,
            KnownTypes.INGRESS,
            KnownTypes.DAEMON_SET,
            KnownTypes.DEPLOYMENT,
            KnownTypes.REPLICA_SET,
            KnownTypes.STATEFUL_SET);

    private final CommandContext context;
    private final String labels;
    private final boolean chosen;
    private final List<ResourceType> types;
    private final Set<String> applied = new HashSet<>();
    private final Set<String> namespaces = new TreeSet<>();

    /** Takes an object that is no longer among those that are applied. */
    interface Leftover {
        void take(ResourceType type, Resources resources, JsonNode object);
    }

    /**
     * @param labels what objects must have to be looked at; empty for all
     * @param allowlist types to look at in place of the usual ones, as GROUP/VERSION/KIND
     */
    Leftovers(CommandContext context, String labels, List<String> allowlist) {
        this.context = context;
        this.labels = labels;
        this.chosen = !allowlist.isEmpty();
        this.types = chosen ? allowlist.stream().map(this::allowed).toList() : USUAL;
    }

    /** Notes an object that stays. */
    void keep(ManifestObject manifest) {
        manifest.selection().namespace().ifPresent(namespaces::add);
        applied.add(key(
                manifest.selection().type(), manifest.selection().namespace().orElse(""), manifest.name()));
    }

    /** Finds all others of the types and namespaces. */
    void each(Leftover leftover, Failures failures) {
        for (ResourceType type : types) {
            for (String namespace : type.namespaced() ? namespaces : Set.of("")) {
                failures.attempt(() -> each(type, namespace, leftover, failures));
            }
        }
    }

    private ResourceType allowed(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 3) {
            throw new CommandFailure(
                    "invalid GroupVersionKind format: " + text + ", please follow <group/version/kind>");
        }
        String version = parts[0].equals("core") || parts[0].isEmpty() ? parts[1] : parts[0] + "/" + parts[1];
        return context.session()
                .discovery()
                .ofKind(version, parts[2])
                .orElseThrow(() ->
                        new CommandFailure("no matches for kind \"" + parts[2] + "\" in version \"" + version + "\""));
    }

    private void each(ResourceType type, String namespace, Leftover leftover, Failures failures) {
        Resources all = context.session().resources();
        Resources resources = namespace.isEmpty() ? all : all.in(namespace);
        for (JsonNode item : list(type, resources)) {
            String name = item.path("metadata").path("name").asText();
            boolean ours = LastApplied.of(item).isPresent();
            if (ours && !applied.contains(key(type, namespace, name))) {
                failures.attempt(() -> leftover.take(type, resources, item));
            }
        }
    }

    /** The objects; none if the server does not have the type and nobody has asked for it. */
    private Iterable<JsonNode> list(ResourceType type, Resources resources) {
        Optional<String> wanted = Optional.of(labels).filter(text -> !text.isEmpty());
        try {
            return resources
                    .list(type, new ListOptions(wanted, Optional.empty(), 500))
                    .path("items");
        } catch (SelectionException e) {
            if (!chosen) {
                return List.of();
            }
            throw e;
        } catch (ApiException e) {
            if (!chosen && e.isUnknownPath()) {
                return List.of();
            }
            throw e;
        }
    }

    private static String key(ResourceType type, String namespace, String name) {
        return type.qualified() + "/" + namespace + "/" + name;
    }
}
