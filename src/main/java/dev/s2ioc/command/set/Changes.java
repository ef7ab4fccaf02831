package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.Request;
import dev.s2ioc.client.Resources;
import dev.s2ioc.command.ChangeReport;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.Failures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Sets something on objects: sends of each only what is different afterwards, and tells it. */
final class Changes {
    private static final String STRATEGIC = "application/strategic-merge-patch+json";
    private static final String MERGE = "application/merge-patch+json";

    private final CommandContext context;
    private final SetFlags flags;
    private final String verb;

    /** @param verb what is told of a changed object: {@code secret updated} */
    Changes(CommandContext context, SetFlags flags, String verb) {
        this.context = context;
        this.flags = flags;
        this.verb = verb;
    }

    /** Does it to all objects that words and flags choose. The change edits the object that it is given. */
    void make(List<String> words, Consumer<Subject> change) throws IOException, InterruptedException {
        ChangeReport report = new ChangeReport(context, flags.print, flags.dryRun);
        Failures failures = new Failures();
        List<Subject> subjects = new Subjects(context, flags).find(words, failures);
        if (subjects.isEmpty() && failures.isEmpty()) {
            context.streams().err().println("No resources found");
        }
        for (Subject subject : subjects) {
            failures.attempt(() -> make(subject, change, report));
        }
        failures.throwAny();
    }

    private void make(Subject subject, Consumer<Subject> change, ChangeReport report) {
        ObjectNode before = subject.object().deepCopy();
        change.accept(subject);
        ObjectNode patch = Difference.between(before, subject.object());
        if (flags.local || flags.dryRun.isClient()) {
            report.tell(subject.type(), subject.object(), verb);
        } else if (patch.isEmpty()) {
            context.streams().err().println("info: " + subject.label() + " was not changed");
        } else {
            report.tell(subject.type(), send(subject, patch), verb);
        }
    }

    private JsonNode send(Subject subject, ObjectNode patch) {
        List<Request.Parameter> parameters = new ArrayList<>(List.of(flags.dryRun.parameters()));
        parameters.add(new Request.Parameter("fieldManager", flags.fieldManager));
        Resources resources = context.session().resources();
        // Other types have lists with merge keys: a strategic patch could not say that those are replaced.
        boolean plainLists = subject.type().group().matches("(build|image)\\.openshift\\.io");
        return subject.namespace()
                .map(resources::in)
                .orElse(resources)
                .patch(
                        subject.type(),
                        subject.name(),
                        plainLists ? STRATEGIC : MERGE,
                        Json.bytes(patch),
                        parameters.toArray(Request.Parameter[]::new));
    }
}
