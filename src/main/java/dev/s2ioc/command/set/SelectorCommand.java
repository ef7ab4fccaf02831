package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets which pods a service sends its requests to. */
@Command(
        name = "selector",
        description =
                "Set which pods a service sends its requests to, by their labels; the whole selector is replaced.",
        footer = {
            "",
            "Examples:",
            "  # Send the requests to the pods of another deployment",
            "  s2ioc set selector svc/hello deployment=hello-next"
        })
public final class SelectorCommand implements Action {

    @Parameters(
            arity = "0..*",
            paramLabel = "svc/NAME LABEL=VALUE,…",
            description = "The services, then the labels that a pod must have.")
    List<String> words = List.of();

    @Option(
            names = "--resource-version",
            paramLabel = "REVISION",
            description = "Change the object only if it still is this revision.")
    String revision = "";

    @Mixin
    SetFlags flags = SetFlags.recursing();

    private final CommandContext context;

    SelectorCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        if (words.isEmpty()) {
            throw new CommandFailure("one selector is required, as in app=hello,tier=web");
        }
        ObjectNode selector = selector(words.getLast());
        new Changes(context, flags, "selector updated").make(words.subList(0, words.size() - 1), subject -> {
            if (!subject.type().equals(KnownTypes.SERVICE)) {
                throw new CommandFailure(
                        "setting a selector is only supported for Services, and " + subject.label() + " is none");
            }
            subject.spec().set("selector", selector);
            if (!revision.isEmpty()) {
                subject.object().withObject("/metadata").put("resourceVersion", revision);
            }
        });
    }

    private static ObjectNode selector(String text) {
        ObjectNode labels = Json.object();
        for (String pair : text.split(",", -1)) {
            String[] parts = pair.split("==?", -1);
            if (parts.length != 2 || !parts[0].matches("[A-Za-z0-9./_-]+")) {
                throw new CommandFailure("a service's selector is a list of LABEL=VALUE, and \"" + pair + "\" is none");
            }
            labels.put(parts[0], parts[1]);
        }
        return labels;
    }
}
