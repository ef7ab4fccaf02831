package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Request;
import dev.s2ioc.describe.Describers;
import dev.s2ioc.describe.Viewpoint;
import dev.s2ioc.print.TabWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes objects of a template and prints them. */
@Command(
        name = "process",
        description = "Fill in a template's parameters and print the objects that come of it.",
        footer = {
            "",
            "Examples:",
            "  # Create the objects of a template in a file",
            "  s2ioc process -f template.yaml -p NAME=web | s2ioc apply -f -",
            "",
            "  # The same without asking the server",
            "  s2ioc process -f template.yaml -p NAME=web --local",
            "",
            "  # See what can be filled in",
            "  s2ioc process --parameters openshift//rails-example"
        })
public final class ProcessCommand implements Action {

    @Parameters(
            arity = "0..*",
            paramLabel = "TEMPLATE | NAME=VALUE",
            description = "The template's name on the server, in this project or as PROJECT//NAME; parameters' values.")
    List<String> words = List.of();

    @Option(
            names = {"-f", "--filename"},
            paramLabel = "FILE",
            description = "File or URL with the template, - for standard input.")
    String file;

    @Mixin
    TemplateParameterFlags values = new TemplateParameterFlags();

    @Option(
            names = {"-l", "--labels"},
            paramLabel = "NAME=VALUE,...",
            description = "Labels for all objects, beside those that the template gives them.")
    String labels = "";

    @Option(names = "--local", description = "Process the template of -f here; no server is asked.")
    boolean local;

    @Option(names = "--parameters", description = "List the template's parameters and do no more.")
    boolean parameters;

    @Option(names = "--raw", description = "Print the processed template itself; -o describe does so too.")
    boolean raw;

    @Mixin
    PrintFlags print = new PrintFlags();

    private final CommandContext context;

    public ProcessCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        TemplateSource source = TemplateSource.of(file, words, local, context);
        if (parameters && print.isSet()) {
            throw new CommandFailure(
                    "The --parameters flag does not process the template, can't be used with --output");
        }
        boolean described = print.output.equals("describe");
        if (!described) {
            print.printer(context.surroundings(), "json");
        }
        ObjectNode template = source.read();
        if (parameters) {
            list(template.path("parameters"), context.streams().out());
            return;
        }
        values.setIn(template, source.assignments(), context);
        addLabels(template);
        ObjectNode processed = local ? LocalTemplate.process(template) : processOnServer(template);
        if (described) {
            describe(processed);
        } else {
            print.printer(context.surroundings(), "json")
                    .print(
                            raw ? processed : objects(processed),
                            context.streams().out());
        }
    }

    private void addLabels(ObjectNode template) {
        if (labels.isEmpty()) {
            return;
        }
        ObjectNode all = template.withObjectProperty("labels");
        for (String label : labels.split(",")) {
            String[] pair = label.split("=", -1);
            if (pair.length != 2 || pair[0].isEmpty()) {
                throw new CommandFailure("error parsing labels: unexpected label spec: " + label);
            }
            all.put(pair[0], pair[1]);
        }
    }

    private ObjectNode processOnServer(ObjectNode template) {
        String path =
                "/apis/template.openshift.io/v1/namespaces/" + context.session().namespace() + "/processedtemplates";
        try {
            return (ObjectNode) context.session().json(Request.post(path, template));
        } catch (ApiException e) {
            if (e.details().path("causes").isEmpty()) {
                throw e;
            }
            StringBuilder message = new StringBuilder("unable to process template");
            e.details()
                    .path("causes")
                    .forEach(cause ->
                            message.append("\n  ").append(cause.path("message").asText()));
            throw new CommandFailure(message.toString(), e);
        }
    }

    private static ObjectNode objects(ObjectNode processed) {
        ObjectNode list = Json.object();
        list.put("kind", "List").put("apiVersion", "v1").putObject("metadata");
        list.set("items", processed.path("objects"));
        return list;
    }

    private void describe(ObjectNode processed) {
        Viewpoint viewpoint = new Viewpoint(null, context.surroundings().clock().instant(), false, false, false, false);
        context.streams()
                .out()
                .print(new Describers(viewpoint).of(KnownTypes.TEMPLATE).describe(processed));
    }

    private static void list(JsonNode parameters, PrintStream out) {
        TabWriter table = TabWriter.forWideColumns().line("NAME", "DESCRIPTION", "GENERATOR", "VALUE");
        for (JsonNode parameter : parameters) {
            boolean generated = !parameter.path("generate").asText("").isEmpty();
            table.line(
                    parameter.path("name").asText(""),
                    parameter.path("description").asText("").replaceAll("\\s+", " "),
                    parameter.path("generate").asText(""),
                    parameter.path(generated ? "from" : "value").asText(""));
        }
        out.print(table);
    }
}
