package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Resources;
import java.util.ArrayList;
import java.util.List;

/** Deletes objects that were applied at some time and are no longer among those that are. */
final class Pruning {
    private final ApplyFlags flags;
    private final DryRunFlags dryRun;
    private final Leftovers leftovers;
    private final List<Runnable> waits = new ArrayList<>();

    Pruning(CommandContext context, ApplyFlags flags, DryRunFlags dryRun) {
        this.flags = flags;
        this.dryRun = dryRun;
        this.leftovers = new Leftovers(context, flags.labels, flags.pruneAllowlist);
    }

    /** Notes an object that stays. */
    void keep(ManifestObject manifest) {
        leftovers.keep(manifest);
    }

    /** Deletes all others of the types and namespaces. */
    void prune(ChangeReport report, Failures failures) {
        leftovers.each((type, resources, object) -> delete(type, resources, object, report), failures);
        waits.forEach(failures::attempt);
    }

    private void delete(ResourceType type, Resources resources, JsonNode item, ChangeReport report) {
        String name = item.path("metadata").path("name").asText();
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
}
