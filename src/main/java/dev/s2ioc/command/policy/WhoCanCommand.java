package dev.s2ioc.command.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.Request;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.PrintFlags;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists who may do something. */
@Command(
        name = "who-can",
        description = "List who can do something in the project.",
        footer = {
            "",
            "Examples:",
            "  # Who can start builds here?",
            "  s2ioc policy who-can create buildconfigs --subresource=instantiate",
            "",
            "  # Who can read this secret?",
            "  s2ioc policy who-can get secret webhook"
        })
public final class WhoCanCommand implements Action {
    private static final String API = "/apis/authorization.openshift.io/v1/";

    @Parameters(arity = "0..*", paramLabel = "VERB RESOURCE [NAME]", description = "What is to be done, and to what.")
    List<String> words = List.of();

    @Option(
            names = {"-A", "--all-namespaces"},
            description = "Who can do it in all projects.")
    boolean allNamespaces;

    @Option(names = "--subresource", paramLabel = "NAME", description = "A subresource, such as log or scale.")
    String subresource = "";

    @Mixin
    PrintFlags print = new PrintFlags();

    private final CommandContext context;

    WhoCanCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException {
        if (words.size() < 2 || words.size() > 3) {
            throw new CommandFailure(
                    "you must specify two or three arguments: verb, resource, and optional resourceName");
        }
        if (print.isSet()) {
            print.findingsPrinter(context.surroundings());
        }
        ObjectNode review = review();
        JsonNode answer = ask(review);
        if (print.isSet()) {
            print.findingsPrinter(context.surroundings())
                    .print(answer, context.streams().out());
        } else {
            tell(review, answer);
        }
    }

    private ObjectNode review() {
        String word = words.get(1);
        Optional<ResourceType> type = word.equals("*")
                ? Optional.empty()
                : context.session().discovery().find(word);
        if (type.isEmpty() && !word.equals("*")) {
            context.streams().err().println("Warning: the server doesn't have a resource type '" + word + "'");
        }
        ObjectNode review = Json.object()
                .put("kind", allNamespaces ? "ResourceAccessReview" : "LocalResourceAccessReview")
                .put("apiVersion", "authorization.openshift.io/v1")
                .put("namespace", "")
                .put("verb", words.getFirst())
                .put("resourceAPIGroup", type.map(ResourceType::group).orElse(""))
                .put("resourceAPIVersion", "")
                .put(
                        "resource",
                        type.map(ResourceType::plural).orElse(word) + (subresource.isEmpty() ? "" : "/" + subresource))
                .put("resourceName", words.size() > 2 ? words.get(2) : "")
                .put("path", "")
                .put("isNonResourceURL", false);
        review.putNull("content");
        return review;
    }

    private JsonNode ask(ObjectNode review) {
        String path = allNamespaces
                ? API + "resourceaccessreviews"
                : API + "namespaces/" + context.session().namespace() + "/localresourceaccessreviews";
        try {
            return context.session().json(Request.post(path, review));
        } catch (ApiException e) {
            if (e.isUnknownPath()) {
                throw new CommandFailure(
                        "this server does not tell who can do what\nTo see what you can do yourself, run:"
                                + " s2ioc auth can-i " + words.get(0) + " " + words.get(1),
                        e);
            }
            throw e;
        }
    }

    private void tell(ObjectNode review, JsonNode answer) {
        PrintStream out = context.streams().out();
        String namespace = answer.path("namespace").asText("");
        out.println();
        out.println("Namespace: " + (namespace.isEmpty() ? "<all>" : namespace));
        out.println("Verb:      " + review.path("verb").asText());
        out.println("Resource:  " + review.path("resource").asText());
        if (words.size() > 2) {
            out.println("ResourceName: " + words.get(2));
        }
        out.println();
        out.println("Users:  " + names(answer.path("users")));
        out.println();
        out.println("Groups: " + names(answer.path("groups")));
        String failure = answer.path("evalutionError").asText("");
        if (!failure.isEmpty()) {
            context.streams().err().println("Error during evaluation, results may not be complete: " + failure.strip());
        }
    }

    private static String names(JsonNode list) {
        List<String> names =
                list.valueStream().map(JsonNode::asText).sorted().distinct().toList();
        return names.isEmpty() ? "none" : String.join("\n        ", names);
    }
}
