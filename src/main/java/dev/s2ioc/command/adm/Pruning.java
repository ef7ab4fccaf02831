package dev.s2ioc.command.adm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Resources;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.Failures;
import dev.s2ioc.print.TabWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Removes old objects of a type, in one namespace or in all, and lists them. */
final class Pruning {
    private final CommandContext context;
    private final PruneFlags flags;
    private final Resources resources;

    Pruning(CommandContext context, PruneFlags flags) {
        this.context = context;
        this.flags = flags;
        Resources all = context.session().resources();
        this.resources = context.flags().givenNamespace().map(all::in).orElseGet(all::inAllNamespaces);
    }

    /**
     * What is pruned.
     *
     * @param candidate an object that has ended; empty for one that has not
     */
    record Kind(ResourceType owners, ResourceType type, Function<JsonNode, Optional<Candidate>> candidate) {}

    /** @param noun what is told that could be removed */
    void prune(String noun, List<Kind> kinds) {
        flags.check();
        Map<Kind, List<Candidate>> chosen = new LinkedHashMap<>();
        kinds.forEach(kind -> chosen.put(kind, choose(kind)));
        if (!flags.confirm) {
            context.streams()
                    .err()
                    .println("Dry run enabled - no modifications will be made. Add --confirm to remove " + noun);
        }
        remove(chosen);
    }

    private List<Candidate> choose(Kind kind) {
        Set<String> present = new HashSet<>();
        resources.list(kind.owners()).path("items").forEach(owner -> present.add(Candidate.key(owner)));
        List<Candidate> ended = new ArrayList<>();
        resources
                .list(kind.type())
                .path("items")
                .forEach(item -> kind.candidate().apply(item).ifPresent(ended::add));
        return flags.choose(ended, present, context.surroundings().clock().instant());
    }

    private void remove(Map<Kind, List<Candidate>> chosen) {
        Failures failures = new Failures();
        TabWriter rows = TabWriter.forNames();
        if (chosen.values().stream().anyMatch(candidates -> !candidates.isEmpty())) {
            rows.line("NAMESPACE", "NAME");
        }
        chosen.forEach((kind, candidates) -> candidates.forEach(one -> failures.attempt(() -> {
            if (flags.confirm) {
                resources.in(one.namespace()).delete(kind.type(), one.name(), Json.object());
            }
            rows.line(one.namespace(), one.name());
        })));
        context.streams().out().print(rows);
        failures.throwAny();
    }
}
