package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ListOptions;
import dev.s2ioc.client.Manifest;
import dev.s2ioc.client.ResourceArguments;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Resources;
import dev.s2ioc.client.Selection;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.Failures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the objects that something is to be set on: by words, by selector, or from files. */
final class Subjects {
    private final CommandContext context;
    private final SetFlags flags;

    Subjects(CommandContext context, SetFlags flags) {
        this.context = context;
        this.flags = flags;
    }

    List<Subject> find(List<String> words, Failures failures) throws IOException, InterruptedException {
        if (flags.local) {
            context.needNoServer();
        }
        if (flags.files.areSet()) {
            return ofFiles(words, failures);
        }
        if (flags.local) {
            throw new CommandFailure("--local needs the objects: give their files with -f");
        }
        ResourceArguments arguments = ResourceArguments.parse(words);
        boolean chosen = flags.all || !flags.labels.isEmpty();
        if (arguments.isEmpty() || !arguments.hasNames() && !chosen) {
            throw new CommandFailure(
                    "one or more resources must be specified as <resource> <name> or <resource>/<name>");
        }
        if (arguments.hasNames() && chosen) {
            throw new CommandFailure("a name cannot be given together with --all or --selector");
        }
        List<Subject> subjects = new ArrayList<>();
        for (Selection selection : arguments.resolve(context.session().discovery())) {
            failures.attempt(() -> subjects.addAll(
                    selection.name().isPresent() ? List.of(named(selection)) : listed(selection.type())));
        }
        return subjects;
    }

    private List<Subject> ofFiles(List<String> words, Failures failures) throws IOException, InterruptedException {
        flags.files.requireNoWords(words);
        List<Subject> subjects = new ArrayList<>();
        for (Manifest manifest : flags.files.read(context)) {
            if (flags.local) {
                Selection selection = Selection.offline(manifest);
                subjects.add(new Subject(
                        selection.type(),
                        selection.namespace(),
                        manifest.object().deepCopy()));
            } else {
                failures.attempt(() -> subjects.add(
                        named(Selection.of(manifest, context.session().discovery()))));
            }
        }
        return subjects;
    }

    private Subject named(Selection selection) {
        Resources there = selection
                .namespace()
                .map(context.session().resources()::in)
                .orElseGet(() -> context.session().resources());
        JsonNode object = there.get(selection.type(), selection.name().orElseThrow());
        return new Subject(selection.type(), selection.namespace(), object.deepCopy());
    }

    private List<Subject> listed(ResourceType type) {
        ListOptions options =
                new ListOptions(Optional.of(flags.labels).filter(text -> !text.isEmpty()), Optional.empty(), 500);
        List<Subject> subjects = new ArrayList<>();
        for (JsonNode item : context.session().resources().list(type, options).path("items")) {
            ObjectNode whole = item.deepCopy();
            whole.put("kind", type.kind()).put("apiVersion", type.apiVersion());
            subjects.add(new Subject(type, Optional.empty(), whole));
        }
        return subjects;
    }
}
