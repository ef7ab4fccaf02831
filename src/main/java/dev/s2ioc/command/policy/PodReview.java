package dev.s2ioc.command.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.Request;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.FilenameFlags;
import dev.s2ioc.command.FoundObjects;
import dev.s2ioc.command.ManifestObject;
import dev.s2ioc.command.PrintFlags;
import dev.s2ioc.command.SelectorFlags;
import dev.s2ioc.print.TabWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks the server under which security context constraint it would let pods run, for the pods that objects make. */
final class PodReview {
    private static final String GROUP = "security.openshift.io/v1";
    private static final List<String> TEMPLATES =
            List.of("/spec/template/spec", "/spec/jobTemplate/spec/template/spec");

    @Parameters(arity = "0..*", paramLabel = "TYPE/NAME", description = "Objects that make pods, or pods.")
    List<String> words = List.of();

    @Option(names = "--no-headers", description = "Rows only.")
    boolean noHeaders;

    @Mixin
    FilenameFlags files = new FilenameFlags();

    @Mixin
    PrintFlags print = new PrintFlags();

    /** An object that makes pods, or is one. */
    private record Maker(String kind, String name, ObjectNode object) {}

    /** Takes an answer: what was asked about, and what the server said. */
    interface Rows {
        void add(String object, JsonNode status, TabWriter table);
    }

    /** @param kind of the review; what is asked besides the pod is added to its spec */
    void run(String kind, Consumer<ObjectNode> asked, String[] headers, Rows rows, CommandContext context)
            throws IOException, InterruptedException {
        if (files.areSet()) {
            files.requireNoWords(words);
        }
        if (words.isEmpty() && !files.areSet()) {
            throw new CommandFailure("one or more resources must be specified");
        }
        if (print.isSet()) {
            print.findingsPrinter(context.surroundings());
        }
        List<Maker> makers = makers(context);
        TabWriter table = TabWriter.forTables();
        if (!noHeaders) {
            table.line(headers);
        }
        for (Maker one : makers) {
            ObjectNode review = Json.object().put("kind", kind).put("apiVersion", GROUP);
            ObjectNode spec = review.putObject("spec");
            spec.putObject("template").set("spec", podSpec(one));
            asked.accept(spec);
            JsonNode answer = ask(review, one, context);
            if (print.isSet()) {
                print.findingsPrinter(context.surroundings())
                        .print(answer, context.streams().out());
            } else {
                rows.add(one.kind() + "/" + one.name(), answer.path("status"), table);
            }
        }
        if (!print.isSet()) {
            context.streams().out().print(table);
        }
    }

    /** Those of files as they are there, for they need not be on the server yet. */
    private List<Maker> makers(CommandContext context) throws IOException, InterruptedException {
        List<Maker> makers = new ArrayList<>();
        if (files.areSet()) {
            for (ManifestObject one : ManifestObject.read(files, context)) {
                makers.add(new Maker(one.selection().type().kind(), one.name(), one.object()));
            }
        } else {
            new FoundObjects(context, new SelectorFlags(), files, false)
                    .forEach(
                            words,
                            one -> makers.add(new Maker(one.selection().type().kind(), one.name(), one.object())));
        }
        return makers;
    }

    private static JsonNode podSpec(Maker found) {
        String kind = found.kind();
        if (kind.equals("StatefulSet")
                && !found.object().at("/spec/volumeClaimTemplates").isEmpty()) {
            throw new CommandFailure(
                    "StatefulSet \"" + found.name() + "\" with spec.volumeClaimTemplates currently not supported.");
        }
        if (kind.equals("Pod")) {
            return found.object().path("spec");
        }
        return TEMPLATES.stream()
                .map(found.object()::at)
                .filter(JsonNode::isObject)
                .findFirst()
                .orElseThrow(() -> new CommandFailure(
                        "\"" + found.name() + "\" cannot create pod: a " + kind + " has no template of a pod"));
    }

    private static JsonNode ask(ObjectNode review, Maker found, CommandContext context) {
        String plural = review.path("kind").asText().toLowerCase(java.util.Locale.ROOT) + "s";
        try {
            return context.session()
                    .json(Request.post(
                            "/apis/" + GROUP + "/namespaces/"
                                    + context.session().namespace() + "/" + plural,
                            review));
        } catch (ApiException e) {
            if (e.isUnknownPath()) {
                throw new CommandFailure(
                        "this server has no security context constraints: it does not know " + plural, e);
            }
            throw new CommandFailure(
                    "unable to compute Pod Security Policy Review for \"" + found.name() + "\": " + e.getMessage(), e);
        }
    }

    static String allowedBy(JsonNode status) {
        return status.path("allowedBy").path("name").asText("<none>");
    }

    /** {@code robot} of {@code system:serviceaccount:demo:robot}. */
    static String accountName(String account) {
        return account.startsWith("system:serviceaccount:") ? account.substring(account.lastIndexOf(':') + 1) : account;
    }
}
