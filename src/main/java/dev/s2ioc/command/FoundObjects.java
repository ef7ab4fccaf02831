package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.LabelSelector;
import dev.s2ioc.client.Manifest;
import dev.s2ioc.client.Resources;
import dev.s2ioc.client.Selection;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Goes through the objects that words, selectors or files choose, as the server has them. */
public final class FoundObjects {
    private final CommandContext context;
    private final SelectorFlags selectors;
    private final FilenameFlags files;
    private final boolean all;

    /** @param all whether all objects of the types are meant when no name is given */
    public FoundObjects(CommandContext context, SelectorFlags selectors, FilenameFlags files, boolean all) {
        this.context = context;
        this.selectors = selectors;
        this.files = files;
        this.all = all;
    }

    /** An object and where it is; one of a file, when no server is asked, is nowhere. */
    public record Found(Selection selection, ObjectNode object, Optional<Resources> home) {
        public Resources resources() {
            return home.orElseThrow();
        }

        public String name() {
            return selection.name().orElseThrow();
        }
    }

    /** Hands over one object after the other; one that is missing or fails does not keep the others. */
    public void forEach(List<String> words, Consumer<Found> action) throws IOException, InterruptedException {
        Targets targets = targets(words);
        Resources resources = selectors.resources(context.session());
        Failures failures = new Failures();
        for (Selection selection : targets.selections()) {
            if (selection.name().isPresent()) {
                failures.attempt(() -> action.accept(named(selection, resources)));
            } else {
                failures.attempt(() -> list(selection, resources)
                        .forEach(item -> failures.attempt(() -> action.accept(listed(selection, item, resources)))));
            }
        }
        failures.throwAny();
    }

    /** Hands over the objects of the files as they are there; no server is asked. */
    void forEachOfFiles(List<String> words, Consumer<Found> action) throws IOException, InterruptedException {
        if (!files.areSet() || !words.isEmpty()) {
            throw new CommandFailure("--local works on the objects of files alone: name them with -f");
        }
        LabelSelector labels = LabelSelector.parse(selectors.labels);
        for (Manifest manifest : files.read(context)) {
            if (labels.matches(manifest.object())) {
                action.accept(new Found(Selection.offline(manifest), manifest.object(), Optional.empty()));
            }
        }
    }

    private Targets targets(List<String> words) throws IOException, InterruptedException {
        if (files.areSet()) {
            files.requireNoWords(words);
            return Targets.of(files, selectors, context);
        }
        if (words.isEmpty()) {
            throw new CommandFailure(
                    "one or more resources must be specified as <resource> <name> or <resource>/<name>");
        }
        Targets targets = Targets.of(words, selectors, context.session());
        if (!targets.areNamed() && !all && !selectors.areSet()) {
            throw new CommandFailure("resource(s) were provided, but no name was specified");
        }
        if (targets.areNamed() && all) {
            throw new CommandFailure("a name cannot be given together with --all");
        }
        return targets;
    }

    private Found named(Selection selection, Resources resources) {
        Resources there = Targets.where(selection, resources);
        JsonNode object = there.get(selection.type(), selection.name().orElseThrow());
        return new Found(selection, whole(selection, object), Optional.of(there));
    }

    private Iterable<JsonNode> list(Selection selection, Resources resources) throws ApiException {
        return resources.list(selection.type(), selectors.options(500)).path("items");
    }

    private Found listed(Selection type, JsonNode item, Resources resources) {
        Selection selection = Selection.of(type.type(), item.path("metadata"));
        return new Found(selection, whole(selection, item), Optional.of(Targets.where(selection, resources)));
    }

    /** Items of lists come without their type. */
    private static ObjectNode whole(Selection selection, JsonNode object) {
        ObjectNode whole = object.deepCopy();
        if (!whole.has("kind")) {
            whole.put("apiVersion", selection.type().apiVersion());
            whole.put("kind", selection.type().kind());
        }
        return whole;
    }
}
