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
import java.util.List;
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
     * @param noun what is told that could be removed
     * @param candidate an object that has ended; empty for one that has not
     */
    void prune(ResourceType owners, ResourceType type, String noun, Function<JsonNode, Optional<Candidate>> candidate) {
        flags.check();
        Set<String> present = new HashSet<>();
        resources.list(owners).path("items").forEach(owner -> present.add(Candidate.key(owner)));
        List<Candidate> ended = new ArrayList<>();
        resources.list(type).path("items").forEach(item -> candidate.apply(item).ifPresent(ended::add));
        if (!flags.confirm) {
            context.streams()
                    .err()
                    .println("Dry run enabled - no modifications will be made. Add --confirm to remove " + noun);
        }
        remove(flags.choose(ended, present, context.surroundings().clock().instant()), type);
    }

    private void remove(List<Candidate> chosen, ResourceType type) {
        Failures failures = new Failures();
        TabWriter rows = TabWriter.forNames();
        if (!chosen.isEmpty()) {
            rows.line("NAMESPACE", "NAME");
        }
        for (Candidate one : chosen) {
            failures.attempt(() -> {
                if (flags.confirm) {
                    resources.in(one.namespace()).delete(type, one.name(), Json.object());
                }
                rows.line(one.namespace(), one.name());
            });
        }
        context.streams().out().print(rows);
        failures.throwAny();
    }
}
