package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.LastApplied;
import dev.s2ioc.client.ListOptions;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Resources;
import dev.s2ioc.client.SelectionException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Deletes objects that were applied at some time and are no longer among those that are. */
final class Pruning {
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
    private final ApplyFlags flags;
    private final DryRunFlags dryRun;
    private final Set<String> applied = new HashSet<>();
    private final Set<String> namespaces = new TreeSet<>();
    private final List<Runnable> waits = new ArrayList<>();

    Pruning(CommandContext context, ApplyFlags flags, DryRunFlags dryRun) {
        this.context = context;
        this.flags = flags;
        this.dryRun = dryRun;
    }

    /** Notes an object that stays. */
    void keep(ManifestObject manifest) {
        manifest.selection().namespace().ifPresent(namespaces::add);
        applied.add(key(
                manifest.selection().type(), manifest.selection().namespace().orElse(""), manifest.name()));
    }

    /** Deletes all others of the types and namespaces. */
    void prune(ChangeReport report, Failures failures) {
        List<ResourceType> types = flags.pruneAllowlist.isEmpty() ? USUAL : allowed();
        for (ResourceType type : types) {
            for (String namespace : type.namespaced() ? namespaces : Set.of("")) {
                failures.attempt(() -> prune(type, namespace, report, failures));
            }
        }
        waits.forEach(failures::attempt);
    }

    private List<ResourceType> allowed() {
        return flags.pruneAllowlist.stream().map(this::allowed).toList();
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

    private void prune(ResourceType type, String namespace, ChangeReport report, Failures failures) {
        Resources all = context.session().resources();
        Resources resources = namespace.isEmpty() ? all : all.in(namespace);
        for (JsonNode item : list(type, resources)) {
            String name = item.path("metadata").path("name").asText();
            boolean ours = LastApplied.of(item).isPresent();
            if (ours && !applied.contains(key(type, namespace, name))) {
                failures.attempt(() -> delete(type, name, resources, item, report));
            }
        }
    }

    /** The objects; none if the server does not have the type and nobody has asked for it. */
    private Iterable<JsonNode> list(ResourceType type, Resources resources) {
        Optional<String> labels = Optional.of(flags.labels).filter(text -> !text.isEmpty());
        try {
            return resources
                    .list(type, new ListOptions(labels, Optional.empty(), 500))
                    .path("items");
        } catch (SelectionException e) {
            if (flags.pruneAllowlist.isEmpty()) {
                return List.of();
            }
            throw e;
        } catch (ApiException e) {
            if (flags.pruneAllowlist.isEmpty() && e.isUnknownPath()) {
                return List.of();
            }
            throw e;
        }
    }

    private void delete(ResourceType type, String name, Resources resources, JsonNode item, ChangeReport report) {
        if (!dryRun.isClient()) {
            resources.delete(type, name, flags.deletion.options(), dryRun.parameters());
        }
        report.tell(type, item, "pruned");
        if (flags.wait && !dryRun.isSet()) {
            String uid = item.path("metadata").path("uid").asText("");
            Disappearance disappearance = new Disappearance(flags.deletion.timeout);
            waits.add(() -> disappearance.await(resources, type, name, uid));
        }
    }

    private static String key(ResourceType type, String namespace, String name) {
        return type.qualified() + "/" + namespace + "/" + name;
    }
}
