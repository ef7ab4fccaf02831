package dev.s2ioc.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.LabelSelector;
import dev.s2ioc.client.Manifest;
import dev.s2ioc.client.Resources;
import dev.s2ioc.client.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An object of a file, ready to be sent: its type is known, its namespace filled in.
 *
 * @param source the file
 */
public record ManifestObject(String source, Selection selection, ObjectNode object) {

    /**
     * All objects of the files.
     *
     * @throws CommandFailure if no file is named, or none holds an object, or one is for another namespace
     */
    public static List<ManifestObject> read(FilenameFlags files, CommandContext context)
            throws IOException, InterruptedException {
        return read(files, "", context);
    }

    /**
     * Those objects of the files that have certain labels.
     *
     * @param labels a selector; empty for all objects
     * @throws CommandFailure if no file is named, or none holds such an object, or one is for another namespace
     */
    public static List<ManifestObject> read(FilenameFlags files, String labels, CommandContext context)
            throws IOException, InterruptedException {
        Failures failures = new Failures();
        List<ManifestObject> objects = read(files, labels, context, failures);
        failures.throwAny();
        return objects;
    }

    /** All objects of the files, if there are any. */
    static List<ManifestObject> any(FilenameFlags files, CommandContext context)
            throws IOException, InterruptedException {
        Failures failures = new Failures();
        List<ManifestObject> objects = any(files, "", context, failures);
        failures.throwAny();
        return objects;
    }

    /** The same, but objects of a kind that the server does not have do not keep the others from being used. */
    public static List<ManifestObject> read(
            FilenameFlags files, String labels, CommandContext context, Failures failures)
            throws IOException, InterruptedException {
        List<ManifestObject> objects = any(files, labels, context, failures);
        if (objects.isEmpty() && failures.isEmpty()) {
            throw files.nothing(labels);
        }
        return objects;
    }

    private static List<ManifestObject> any(
            FilenameFlags files, String labels, CommandContext context, Failures failures)
            throws IOException, InterruptedException {
        LabelSelector selector = LabelSelector.parse(labels);
        if (!files.areSet()) {
            throw new CommandFailure("must specify one of -f and -k");
        }
        List<ManifestObject> objects = new ArrayList<>();
        for (Manifest manifest : files.read(context)) {
            if (selector.matches(manifest.object())) {
                Targets.requireNamespace(manifest, context.flags().namespace);
                failures.attempt(() -> objects.add(of(manifest, context)));
            }
        }
        return objects;
    }

    /** Those that a text holds. */
    public static List<ManifestObject> parse(String source, String text, CommandContext context) {
        return Manifest.parse(source, text).stream()
                .map(manifest -> of(manifest, context))
                .toList();
    }

    private static ManifestObject of(Manifest manifest, CommandContext context) {
        Selection selection = Selection.of(manifest, context.session().discovery());
        ObjectNode object = manifest.object().deepCopy();
        ObjectNode metadata =
                object.path("metadata") instanceof ObjectNode given ? given : object.putObject("metadata");
        if (selection.type().namespaced() && manifest.namespace().isEmpty()) {
            String namespace = context.session().namespace();
            metadata.put("namespace", namespace);
            selection = new Selection(selection.type(), selection.name(), Optional.of(namespace));
        }
        return new ManifestObject(manifest.source(), selection, object);
    }

    /** @throws CommandFailure if the server is to make up a name, which this command cannot do with */
    public String name() {
        String name = object.path("metadata").path("name").asText("");
        if (name.isEmpty()) {
            throw new CommandFailure("error when reading \"" + source + "\": resource name may not be empty");
        }
        return name;
    }

    /** Where the object is. */
    public Resources in(Resources resources) {
        return Targets.where(selection, resources);
    }

    /** What a server has refused, with the file that it was about. */
    public ApiException refused(String doing, ApiException refusal) {
        return refusal.after("error when " + doing + " \"" + source + "\": ");
    }
}
