package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.Request;
import dev.s2ioc.client.ResourceType;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Sets, removes and lists pairs in the metadata of objects: labels or annotations. */
final class MetadataChange {

    /** What is changed, and the words for it. */
    enum Subject {
        LABELS("labels", "label"),
        ANNOTATIONS("annotations", "annotation");

        final String field;
        final String word;

        Subject(String field, String word) {
            this.field = field;
            this.word = word;
        }
    }

    private final CommandContext context;
    private final Subject subject;
    private final MetadataFlags flags;
    private final String fieldManager;

    MetadataChange(CommandContext context, Subject subject, MetadataFlags flags, String fieldManager) {
        this.context = context;
        this.subject = subject;
        this.flags = flags;
        this.fieldManager = fieldManager;
    }

    void run(List<String> words) throws IOException, InterruptedException {
        ChangeReport report = new ChangeReport(context, flags.print, flags.dryRun);
        MetadataPairs pairs = MetadataPairs.parse(words, subject.word);
        FoundObjects objects = new FoundObjects(context, flags.selectors, flags.files, flags.all);
        if (flags.list) {
            if (!pairs.areEmpty()) {
                throw new CommandFailure("--list and changes of " + subject.field + " cannot be combined");
            }
            List<FoundObjects.Found> found = new ArrayList<>();
            forEach(objects, pairs, found::add);
            boolean several = found.size() > 1 || flags.all || flags.selectors.areSet();
            found.forEach(object -> list(object, several));
            return;
        }
        if (pairs.areEmpty()) {
            throw new CommandFailure("at least one " + subject.word + " update is required");
        }
        if (!flags.revision.isEmpty() && mayBeSeveral(pairs)) {
            throw new CommandFailure("--resource-version may only be used with a single resource");
        }
        forEach(objects, pairs, object -> change(object, pairs, report));
    }

    private boolean mayBeSeveral(MetadataPairs pairs) {
        List<String> words = pairs.objects();
        boolean one = words.isEmpty()
                || words.size() == 1
                || words.size() == 2 && !words.getFirst().contains("/");
        return !one || flags.all || flags.selectors.areSet();
    }

    private void forEach(FoundObjects objects, MetadataPairs pairs, Consumer<FoundObjects.Found> action)
            throws IOException, InterruptedException {
        if (flags.local) {
            objects.forEachOfFiles(pairs.objects(), action);
        } else {
            objects.forEach(pairs.objects(), action);
        }
    }

    private void change(FoundObjects.Found found, MetadataPairs pairs, ChangeReport report) {
        JsonNode current = found.object().path("metadata").path(subject.field);
        List<String> taken = pairs.taken(current);
        if (!flags.overwrite && !taken.isEmpty()) {
            throw new CommandFailure(
                    subject == Subject.LABELS
                            ? taken.getFirst() + ", and --overwrite is false"
                            : "--overwrite is false but found the following declared annotation(s): "
                                    + String.join("; ", taken));
        }
        pairs.removed().stream()
                .filter(key -> !current.has(key))
                .forEach(key -> out().println(subject.word + " \"" + key + "\" not found."));
        ObjectNode patch = pairs.patch(current);
        // The server is to look at the revision even if nothing else is to be done.
        boolean asked = !patch.isEmpty() || !flags.revision.isEmpty();
        JsonNode changed = asked ? changed(found, patch) : found.object();
        report.tell(found.selection().type(), changed, verb(patch));
    }

    private JsonNode changed(FoundObjects.Found found, ObjectNode pairs) {
        if (flags.local || flags.dryRun.isClient()) {
            ObjectNode preview = found.object().deepCopy();
            ObjectNode present = preview.withObject("/metadata/" + subject.field);
            pairs.properties().forEach(pair -> {
                if (pair.getValue().isNull()) {
                    present.remove(pair.getKey());
                } else {
                    present.set(pair.getKey(), pair.getValue());
                }
            });
            return preview;
        }
        ObjectNode patch = Json.object();
        ObjectNode metadata = patch.putObject("metadata");
        metadata.set(subject.field, pairs);
        if (!flags.revision.isEmpty()) {
            metadata.put("resourceVersion", flags.revision);
        }
        List<Request.Parameter> parameters = new ArrayList<>(List.of(flags.dryRun.parameters()));
        parameters.add(new Request.Parameter("fieldManager", fieldManager));
        return found.resources()
                .patch(
                        found.selection().type(),
                        found.name(),
                        "application/merge-patch+json",
                        Json.bytes(patch),
                        parameters.toArray(Request.Parameter[]::new));
    }

    private String verb(ObjectNode patch) {
        if (subject == Subject.ANNOTATIONS) {
            return "annotated";
        }
        if (patch.isEmpty()) {
            return "not labeled";
        }
        return patch.properties().stream().allMatch(pair -> pair.getValue().isNull()) ? "unlabeled" : "labeled";
    }

    private void list(FoundObjects.Found found, boolean several) {
        TreeMap<String, String> sorted = new TreeMap<>();
        found.object()
                .path("metadata")
                .path(subject.field)
                .properties()
                .forEach(pair -> sorted.put(pair.getKey(), pair.getValue().asText()));
        if (several) {
            ResourceType type = found.selection().type();
            out().println("Listing " + subject.field + " for " + type.kind() + "." + type.group() + "/" + found.name()
                    + ":");
        }
        sorted.forEach((key, value) -> out().println((several ? " " : "") + key + "=" + value));
    }

    private PrintStream out() {
        return context.streams().out();
    }
}
