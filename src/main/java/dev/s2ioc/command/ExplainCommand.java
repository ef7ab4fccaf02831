package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Request;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Session;
import dev.s2ioc.describe.schema.Explanation;
import dev.s2ioc.describe.schema.Schemas;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains a resource type and its fields, from what the server publishes about them. */
@Command(
        name = "explain",
        description = "Explain a resource type and its fields, in the server's words.",
        footer = {
            "",
            "Examples:",
            "  # What build configs are, and which fields they have",
            "  s2ioc explain bc",
            "",
            "  # One field of them",
            "  s2ioc explain bc.spec.strategy.sourceStrategy",
            "",
            "  # All fields at once",
            "  s2ioc explain builds --recursive"
        })
public final class ExplainCommand implements Action {

    @Parameters(
            paramLabel = "TYPE[.FIELD…]",
            arity = "0..*",
            description = "The type, and the way to one of its fields.")
    List<String> words = List.of();

    @Option(
            names = "--api-version",
            paramLabel = "GROUP/VERSION",
            description = "Explain the type as it is in this version.")
    String apiVersion = "";

    @Option(names = "--recursive", description = "Show the names of all fields of fields, without a word about them.")
    boolean recursive;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "plaintext",
            description = "How to show it; plaintext is the only form.")
    String output = "plaintext";

    private final CommandContext context;

    public ExplainCommand(CommandContext context) {
        this.context = context;
    }

    /** A type and the way to one of its fields. */
    private record Subject(String word, ResourceType type, List<String> path) {}

    @Override
    public void run() {
        check();
        Subject subject = subject();
        Schemas schemas = new Schemas(document(subject.type()));
        JsonNode schema = schemas.of(subject.type()).orElseThrow(() -> undescribed(subject));
        String text = Explanation.of(subject.type(), schema, schemas, subject.path(), recursive)
                .orElseThrow(
                        () -> new CommandFailure("field \"" + subject.path().getLast() + "\" does not exist"));
        context.streams().out().print(text);
    }

    private void check() {
        if (output.equals("plaintext-openapiv2")) {
            throw new CommandFailure(
                    "-o plaintext-openapiv2 is not supported: fields are explained from OpenAPI v3;" + " leave -o out");
        }
        if (!output.equals("plaintext")) {
            throw new CommandFailure("unrecognized format: " + output + "; the only one is plaintext");
        }
        if (words.isEmpty()) {
            throw new CommandFailure(
                    "You must specify the type of resource to explain. Use \"s2ioc api-resources\" for a"
                            + " complete list of supported resources.");
        }
        if (words.size() > 1) {
            throw new CommandFailure("We accept only this format: explain RESOURCE");
        }
    }

    /** The first word is the type; words behind it may be its group, or its version and group. */
    private Subject subject() {
        List<String> parts = List.of(words.getFirst().replaceFirst("\\.+$", "").split("\\.", -1));
        boolean known = KnownTypes.named(parts.getFirst()).isPresent();
        for (int end = parts.size(); end > 1; end--) {
            String word = String.join(".", parts.subList(0, end));
            Optional<ResourceType> found = known ? KnownTypes.named(word) : served(word);
            if (found.isPresent()) {
                return new Subject(word, versioned(found.get()), parts.subList(end, parts.size()));
            }
        }
        ResourceType type = session().discovery().type(parts.getFirst());
        return new Subject(parts.getFirst(), versioned(type), parts.subList(1, parts.size()));
    }

    /** A type whose whole group is named: a field may be called as a group begins. */
    private Optional<ResourceType> served(String word) {
        String group = word.substring(word.indexOf('.') + 1);
        return session()
                .discovery()
                .find(word)
                .filter(type -> group.equals(type.group()) || group.equals(type.version() + "." + type.group()));
    }

    private ResourceType versioned(ResourceType type) {
        if (apiVersion.isEmpty()) {
            return type;
        }
        return session().discovery().ofKind(apiVersion, type.kind()).orElseThrow(() -> noResource(type, apiVersion));
    }

    private JsonNode document(ResourceType type) {
        JsonNode index = session().json(Request.get("/openapi/v3"));
        String root = (type.group().isEmpty() ? "api/" : "apis/") + type.apiVersion();
        String address =
                index.path("paths").path(root).path("serverRelativeURL").asText("");
        if (address.isEmpty()) {
            throw noResource(type, type.apiVersion());
        }
        return session().json(Request.get(address));
    }

    private static CommandFailure noResource(ResourceType type, String version) {
        return new CommandFailure("couldn't find resource for \"" + version + ", Resource=" + type.plural() + "\"");
    }

    private CommandFailure undescribed(Subject subject) {
        boolean served = session().discovery().all().stream()
                .anyMatch(type -> type.qualified().equals(subject.type().qualified()));
        return new CommandFailure(
                served
                        ? "the server does not describe the fields of "
                                + subject.type().qualified()
                        : "the server doesn't have a resource type \"" + subject.word() + "\"");
    }

    private Session session() {
        return context.session();
    }
}
