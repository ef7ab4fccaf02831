package dev.s2ioc.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Manifest;
import dev.s2ioc.client.Resources;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Where a template is to be read from: a file, or its name on the server.
 *
 * @param assignments the words that give values to parameters
 */
record TemplateSource(Optional<String> file, Optional<String> name, List<String> assignments, CommandContext context) {
    private static final String SEE = "\nSee 's2ioc process -h' for help and examples";

    static TemplateSource of(String file, List<String> words, boolean local, CommandContext context) {
        List<String> names = words.stream().filter(word -> !word.contains("=")).toList();
        List<String> assignments =
                words.stream().filter(word -> word.contains("=")).toList();
        if (names.size() > 1) {
            throw new CommandFailure("template name must be specified only once: " + names.get(1) + SEE);
        }
        if (local && (file == null || !names.isEmpty())) {
            throw new CommandFailure(
                    "You may only specify a local template file via -f when running this command with --local" + SEE);
        }
        if (file == null && names.isEmpty()) {
            throw new CommandFailure("Must pass a filename or name of stored template" + SEE);
        }
        if (file != null && !names.isEmpty()) {
            throw new CommandFailure("a template is given by name or by -f, not by both: " + names.getFirst());
        }
        return new TemplateSource(Optional.ofNullable(file), names.stream().findFirst(), assignments, context);
    }

    ObjectNode read() throws IOException, InterruptedException {
        return file.isPresent() ? ofFile(file.get()) : ofServer(name.orElseThrow());
    }

    private ObjectNode ofFile(String named) throws IOException, InterruptedException {
        FilenameFlags files = new FilenameFlags();
        files.files = List.of(named);
        List<Manifest> manifests = files.read(context);
        if (manifests.size() != 1) {
            throw new CommandFailure(
                    "\"" + named + "\" must hold one template; it holds " + manifests.size() + " objects");
        }
        Manifest manifest = manifests.getFirst();
        if (!manifest.kind().equals("Template")) {
            throw new CommandFailure("unable to parse \"" + named + "\", not a valid Template but " + manifest.kind());
        }
        return manifest.object().put("apiVersion", KnownTypes.TEMPLATE.apiVersion());
    }

    /** {@code NAME}, {@code template/NAME}, {@code PROJECT//NAME} or {@code PROJECT/template/NAME}. */
    private ObjectNode ofServer(String named) {
        String[] parts = named.split("/", -1);
        String type = parts.length > 1 ? parts[parts.length - 2] : "";
        if (parts.length > 3 || !type.isEmpty() && !KnownTypes.TEMPLATE.answersTo(type)) {
            throw new CommandFailure(
                    "unable to process invalid resource \"" + type + "\"; name a template as NAME or PROJECT//NAME");
        }
        Resources resources = context.session().resources();
        String name = parts[parts.length - 1];
        try {
            return (ObjectNode) (parts.length == 3 ? resources.in(parts[0]) : resources).get(KnownTypes.TEMPLATE, name);
        } catch (ApiException e) {
            if (e.isNotFound() && !e.isUnknownPath()) {
                throw new CommandFailure("template \"" + name + "\" could not be found", e);
            }
            throw e;
        }
    }
}
