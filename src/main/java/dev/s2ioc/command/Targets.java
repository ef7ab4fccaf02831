package dev.s2ioc.command;

import dev.s2ioc.client.LabelSelector;
import dev.s2ioc.client.Manifest;
import dev.s2ioc.client.ResourceArguments;
import dev.s2ioc.client.Resources;
import dev.s2ioc.client.Selection;
import dev.s2ioc.client.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a command is to work on, from words or from files.
 *
 * @param severalTypes the words ask for more than one type
 */
record Targets(List<Selection> selections, boolean severalTypes) {

    /** Of the words. */
    static Targets of(List<String> words, SelectorFlags selectors, Session session) {
        ResourceArguments arguments = ResourceArguments.parse(words);
        if (arguments.hasNames() && selectors.areSet()) {
            throw new CommandFailure("name cannot be provided when a selector is specified");
        }
        return new Targets(arguments.resolve(session.discovery()), arguments.hasSeveralTypes());
    }

    /**
     * Of the files: all their objects, or those with the labels that are wanted.
     *
     * @throws CommandFailure if there is none
     */
    static Targets of(FilenameFlags files, SelectorFlags selectors, CommandContext context)
            throws IOException, InterruptedException {
        Targets targets = chosen(files, selectors, context);
        if (targets.selections.isEmpty()) {
            throw files.nothing(selectors.labels);
        }
        return targets;
    }

    /** The same, if there are any. */
    static Targets chosen(FilenameFlags files, SelectorFlags selectors, CommandContext context)
            throws IOException, InterruptedException {
        if (!selectors.fields.isEmpty()) {
            throw new CommandFailure("--field-selector cannot be combined with -f: only the server knows its fields");
        }
        LabelSelector labels = LabelSelector.parse(selectors.labels);
        List<Selection> selections = new ArrayList<>();
        for (Manifest manifest : files.read(context)) {
            if (!labels.matches(manifest.object())) {
                continue;
            }
            requireNamespace(manifest, context.flags().namespace);
            if (manifest.name().isEmpty()) {
                throw new CommandFailure("the " + manifest.kind() + " in " + manifest.source() + " has no name");
            }
            selections.add(Selection.of(manifest, context.session().discovery()));
        }
        long types = selections.stream().map(Selection::type).distinct().count();
        return new Targets(List.copyOf(selections), types > 1);
    }

    static void requireNamespace(Manifest manifest, String flag) {
        if (flag != null
                && manifest.namespace().filter(own -> !own.equals(flag)).isPresent()) {
            throw new CommandFailure("the namespace from the provided object \""
                    + manifest.namespace().get()
                    + "\" does not match the namespace \"" + flag + "\". You must pass '--namespace="
                    + manifest.namespace().get() + "' to perform this operation.");
        }
    }

    /** Whether objects are named, not only types. */
    boolean areNamed() {
        return selections.stream().anyMatch(selection -> selection.name().isPresent());
    }

    /** Whether exactly one object is named. */
    boolean isSingle() {
        return selections.size() == 1 && selections.getFirst().name().isPresent();
    }

    /** Where a selection is to be looked for. */
    static Resources where(Selection selection, Resources resources) {
        return selection.namespace().map(resources::in).orElse(resources);
    }
}
