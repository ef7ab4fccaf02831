package dev.s2ioc.command.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.Request;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.ExitCode;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks whether the user may do something; the exit code is the answer too. */
@Command(
        name = "can-i",
        description = "Ask whether you may do something: yes, or no and exit code 1.",
        footer = {
            "",
            "Examples:",
            "  # May I start builds of this build config?",
            "  s2ioc auth can-i create buildconfigs/simple1 --subresource=instantiate",
            "",
            "  # May I read secrets in all projects?",
            "  s2ioc auth can-i list secrets -A",
            "",
            "  # What may I do here at all?",
            "  s2ioc auth can-i --list",
            "",
            "  # May I read this path?",
            "  s2ioc auth can-i get /metrics"
        })
public final class CanICommand implements Action {
    private static final Set<String> VERBS = Set.of(
            ("* get list watch create update patch delete deletecollection use bind impersonate approve sign escalate"
                            + " attest")
                    .split(" "));
    private static final Set<String> METHODS = Set.of("* get put post head options delete patch".split(" "));
    private static final String REVIEWS = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
    private static final String RULES_REVIEWS = "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews";

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "VERB",
            description = "get, list, watch, create, update, patch, delete or * .")
    String verb;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "TYPE[/NAME] | PATH",
            description = "A resource type or an object, or a path.")
    String object;

    @Option(
            names = {"-A", "--all-namespaces"},
            description = "Ask for all namespaces.")
    boolean allNamespaces;

    @Option(names = "--subresource", paramLabel = "NAME", description = "Ask for a part of the object, such as log.")
    String subresource = "";

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing; only the exit code tells.")
    boolean quiet;

    @Option(names = "--list", description = "List all that you may do in the namespace.")
    boolean list;

    @Option(names = "--no-headers", description = "With --list, rows only.")
    boolean noHeaders;

    private final CommandContext context;

    CanICommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        check();
        if (list) {
            String namespace = allNamespaces ? "" : context.session().namespace();
            context.streams().out().print(PermissionTable.of(rules(namespace), noHeaders));
            return;
        }
        JsonNode status =
                context.session().json(Request.post(REVIEWS, review())).path("status");
        boolean allowed = status.path("allowed").asBoolean();
        if (!quiet) {
            String reason = allowed ? "" : status.path("reason").asText("");
            context.streams().out().println((allowed ? "yes" : "no") + (reason.isEmpty() ? "" : " - " + reason));
        }
        if (!allowed) {
            throw CommandFailure.silent(ExitCode.FAILED);
        }
    }

    private void check() {
        if (list && (verb != null || quiet || !subresource.isEmpty())) {
            throw new CommandFailure(
                    "list option must be specified with no arguments, and without -q or --subresource");
        }
        if (noHeaders && !list) {
            throw new CommandFailure("--no-headers needs --list: there is no other table");
        }
        if (!list && object == null) {
            throw new CommandFailure("you must specify two arguments: verb resource or verb resource/resourceName."
                    + "\nSee 's2ioc auth can-i --help' for usage.");
        }
    }

    private JsonNode rules(String namespace) {
        ObjectNode review = Json.object();
        review.put("apiVersion", "authorization.k8s.io/v1").put("kind", "SelfSubjectRulesReview");
        review.putObject("spec").put("namespace", namespace);
        JsonNode status =
                context.session().json(Request.post(RULES_REVIEWS, review)).path("status");
        if (status.path("incomplete").asBoolean()) {
            context.streams()
                    .err()
                    .println("warning: the list may be incomplete: "
                            + status.path("evaluationError").asText());
        }
        return status;
    }

    private ObjectNode review() {
        ObjectNode review = Json.object();
        review.put("apiVersion", "authorization.k8s.io/v1").put("kind", "SelfSubjectAccessReview");
        ObjectNode spec = review.putObject("spec");
        if (!(object.startsWith("/") ? METHODS : VERBS).contains(verb)) {
            warn("verb '" + verb + "' is not a known verb\n");
        }
        if (!object.startsWith("/")) {
            resource(spec.putObject("resourceAttributes"));
        } else if (subresource.isEmpty()) {
            spec.putObject("nonResourceAttributes").put("path", object).put("verb", verb);
        } else {
            throw new CommandFailure("--subresource can not be used with NonResourceURL");
        }
        return review;
    }

    private void resource(ObjectNode attributes) {
        int slash = object.indexOf('/');
        String word = slash < 0 ? object : object.substring(0, slash);
        Optional<ResourceType> type = word.equals("*")
                ? Optional.empty()
                : context.session().discovery().find(word);
        if (type.isEmpty() && !word.equals("*")) {
            warn("the server doesn't have a resource type '" + word + "'\n");
        }
        boolean namespaced = type.map(ResourceType::namespaced).orElse(true);
        if (!namespaced && !allNamespaces) {
            warn("resource '" + type.get().plural() + "' is not namespace scoped"
                    + (type.get().group().isEmpty()
                            ? ""
                            : " in group '" + type.get().group() + "'") + "\n");
        }
        if (!allNamespaces && namespaced) {
            attributes.put("namespace", context.session().namespace());
        }
        attributes.put("verb", verb);
        attributes.put("group", type.map(ResourceType::group).orElse(word.equals("*") ? "*" : ""));
        attributes.put("resource", type.map(ResourceType::plural).orElse(word));
        if (!subresource.isEmpty()) {
            attributes.put("subresource", subresource);
        }
        if (slash >= 0) {
            attributes.put("name", object.substring(slash + 1));
        }
    }

    private void warn(String words) {
        context.streams().err().println("Warning: " + words);
    }
}
