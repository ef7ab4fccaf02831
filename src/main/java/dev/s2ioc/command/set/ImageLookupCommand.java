package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.Failures;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets whether pods may name an image stream where an image's name is expected. */
@Command(
        name = "image-lookup",
        description = "Set whether an image stream may be used as an image's name by objects of its project.",
        footer = {
            "",
            "Examples:",
            "  # List which image streams may be used so",
            "  s2ioc set image-lookup",
            "",
            "  # Allow one",
            "  s2ioc set image-lookup hello",
            "",
            "  # Let the pods of a deployment resolve names that way",
            "  s2ioc set image-lookup deploy/hello",
            "",
            "  # Forbid it again",
            "  s2ioc set image-lookup hello --enabled=false"
        })
public final class ImageLookupCommand implements Action {
    private static final String ANNOTATION = "alpha.image.policy.openshift.io/resolve-names";

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME | TYPE/NAME",
            description = "Image streams, or objects with a pod template.")
    List<String> words = List.of();

    @Option(
            names = "--enabled",
            paramLabel = "BOOL",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "true",
            description = "Whether names are resolved that way. Default: ${DEFAULT-VALUE}")
    boolean enabled;

    @Option(names = "--list", description = "List what is set; change nothing.")
    boolean list;

    @Mixin
    SetFlags flags = new SetFlags();

    private final CommandContext context;

    ImageLookupCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        boolean nothingNamed = words.isEmpty() && !flags.files.areSet() && !flags.all && flags.labels.isEmpty();
        List<String> subjects = flags.files.areSet() ? words : NamesAlone.typed(words, "is");
        if (list || nothingNamed) {
            flags.all |= subjects.equals(List.of("is"));
            list(subjects);
        } else {
            new Changes(context, flags, "image lookup updated").make(subjects, this::set);
        }
    }

    private void list(List<String> subjects) throws IOException, InterruptedException {
        Failures failures = new Failures();
        List<Subject> found = new Subjects(context, flags).find(subjects, failures);
        int width = found.stream()
                .mapToInt(subject -> label(subject).length())
                .max()
                .orElse(0);
        PrintStream out = context.streams().out();
        String row = "%-" + Math.max(width, "NAME".length()) + "s   %s%n";
        out.printf(row, "NAME", "LOCAL");
        found.forEach(subject -> out.printf(row, label(subject), isSet(subject)));
        failures.throwAny();
    }

    private static String label(Subject subject) {
        return isStream(subject) ? subject.name() : subject.label();
    }

    private static boolean isStream(Subject subject) {
        return subject.type().equals(KnownTypes.IMAGE_STREAM);
    }

    private static boolean isSet(Subject subject) {
        JsonNode object = subject.object();
        return isStream(subject)
                ? object.path("spec").path("lookupPolicy").path("local").asBoolean()
                : object.at("/spec/template/metadata/annotations")
                        .path(ANNOTATION)
                        .asText("")
                        .equals("*");
    }

    private void set(Subject subject) {
        if (isStream(subject)) {
            subject.spec().withObject("/lookupPolicy").put("local", enabled);
            return;
        }
        if (!subject.object().at("/spec/template").isObject()) {
            throw new CommandFailure("cannot set image lookup on " + subject.label()
                    + ": it is no image stream and has no pod template");
        }
        ObjectNode metadata = subject.object().withObject("/spec/template/metadata");
        if (enabled) {
            metadata.withObject("/annotations").put(ANNOTATION, "*");
        } else if (metadata.path("annotations").isObject()) {
            metadata.withObject("/annotations").remove(ANNOTATION);
        }
    }
}
