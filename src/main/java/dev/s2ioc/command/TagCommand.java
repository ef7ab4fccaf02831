package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.Session;
import dev.s2ioc.print.ObjectLists;
import dev.s2ioc.print.Printer;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives images names: sets tags of image streams, or deletes them. */
@Command(
        name = "tag",
        description = "Tag existing images into image streams.",
        footer = {
            "",
            "Examples:",
            "  # Keep the image that is the latest now under another name",
            "  s2ioc tag hello:latest hello:v1",
            "",
            "  # Into another project, which may be another stage",
            "  s2ioc tag hello:latest production/hello:stable",
            "",
            "  # Let a tag follow another one of the same image stream",
            "  s2ioc tag --alias hello:latest hello:tip",
            "",
            "  # Name an image of another registry, and look for news from time to time",
            "  s2ioc tag --scheduled quay.io/library/busybox:latest busybox:latest",
            "",
            "  # Delete a tag",
            "  s2ioc tag -d hello:v1"
        })
public final class TagCommand implements Action {

    @Parameters(
            arity = "0..*",
            paramLabel = "SOURCE TAG | TAG",
            description = "The image, then the tags it is to have, as STREAM:TAG; with -d the tags to delete.")
    List<String> words = List.of();

    @Option(
            names = {"-d", "--delete"},
            description = "Delete the tags that are named, with their history.")
    boolean delete;

    @Option(
            names = "--source",
            paramLabel = "istag|isimage|docker",
            description = "What SOURCE is: an image stream's tag or image, or an image of a registry."
                    + " Default: what it looks like.")
    String source = "";

    @Option(names = "--alias", description = "Follow the source tag from now on; both are of the same image stream.")
    boolean alias;

    @Option(names = "--reference", description = "Only point to the image: import nothing.")
    boolean reference;

    @Mixin
    ImagePolicyFlags policy = new ImagePolicyFlags();

    @Mixin
    PrintFlags print = new PrintFlags();

    static final String SEE = "See 's2ioc tag -h' for help and examples";

    private final CommandContext context;

    public TagCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException {
        policy.check("reference policy must be set to 'source' or 'local'");
        if (delete) {
            delete();
        } else {
            set();
        }
    }

    private void delete() {
        if (words.isEmpty()) {
            throw new CommandFailure("you must specify at least one tag to delete");
        }
        if (alias || reference || policy.scheduled || policy.insecure || !source.isEmpty() || print.isSet()) {
            throw new CommandFailure("-d only deletes: --source, --alias, --reference, --scheduled, --insecure and"
                    + " --output cannot be used with it");
        }
        Session session = context.session();
        List<StreamTag> tags = tags(words, session.namespace());
        for (StreamTag tag : tags) {
            new TagWriter(session).delete(tag);
            context.streams().out().println("Deleted tag " + tag.qualified() + ".");
        }
    }

    private void set() throws IOException {
        if (words.isEmpty()) {
            throw new CommandFailure(
                    "you must specify a source and at least one destination or one or more tags to delete\n" + SEE);
        }
        if (words.size() < 2) {
            throw new CommandFailure("at least a destination is required\n" + SEE);
        }
        Printer printer = print.isSet() ? print.printer(context.surroundings()) : null;
        Session session = context.session();
        String namespace = session.namespace();
        List<StreamTag> tags = tags(words.subList(1, words.size()), namespace);
        TagSource found = TagSource.of(words.getFirst(), source, session);
        check(found, tags);
        TagSource from = alias ? found : found.resolved(words.getFirst(), session);
        PrintStream talk =
                printer == null ? context.streams().out() : context.streams().err();
        List<JsonNode> results = new ArrayList<>();
        for (StreamTag tag : tags) {
            results.add(new TagWriter(session).set(tag, spec(tag, from)));
            talk.println("Tag " + tag.seenFrom(namespace) + verb() + from.seenFrom(namespace)
                    + (policy.scheduled ? " periodically." : "."));
        }
        if (printer != null) {
            printer.print(
                    results.size() == 1 ? results.getFirst() : ObjectLists.of(results),
                    context.streams().out());
        }
    }

    private static List<StreamTag> tags(List<String> words, String namespace) {
        return words.stream().map(word -> StreamTag.parse(word, namespace)).toList();
    }

    private void check(TagSource from, List<StreamTag> tags) {
        if (!from.isExternal() && (policy.scheduled || policy.insecure)) {
            throw new CommandFailure("only container images can have importing flags set: --scheduled and --insecure"
                    + " are for images of other registries, and \"" + words.getFirst() + "\" is in an image stream");
        }
        if (alias && !from.isTag()) {
            throw new CommandFailure(
                    "--alias can only follow a tag of an image stream, and \"" + words.getFirst() + "\" is none");
        }
        if (alias && !tags.stream().allMatch(from::isBeside)) {
            throw new CommandFailure("cannot set alias across different Image Streams");
        }
    }

    private String verb() {
        if (policy.scheduled) {
            return " set to import ";
        }
        return alias ? " set up to track " : " set to ";
    }

    private ObjectNode spec(StreamTag tag, TagSource from) {
        ObjectNode spec = Json.object().put("name", tag.tag());
        spec.set("from", from.reference(tag.namespace()));
        if (reference) {
            spec.put("reference", true);
        }
        spec.put("generation", 0);
        policy.addTo(spec, Json.object());
        return spec;
    }
}
