package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Sets in whose name pods or builds run. */
@Command(
        name = "serviceaccount",
        aliases = "sa",
        description = "Set the service account in whose name pods, or builds, run.",
        footer = {
            "",
            "Examples:",
            "  # Run the pods of a deployment as another service account",
            "  s2ioc set serviceaccount deploy/hello robot",
            "",
            "  # Run builds as another one",
            "  s2ioc set serviceaccount bc/hello builder-of-hello"
        })
public final class ServiceAccountCommand implements Action {

    @Parameters(
            arity = "0..*",
            paramLabel = "TYPE/NAME SERVICEACCOUNT",
            description = "Objects with a pod template, or BuildConfigs; then the service account.")
    List<String> words = List.of();

    @Mixin
    SetFlags flags = new SetFlags();

    private final CommandContext context;

    ServiceAccountCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        if (words.size() < (flags.files.areSet() ? 1 : 2)) {
            throw new CommandFailure("serviceaccount is required");
        }
        String account = words.getLast();
        if (account.contains("/")) {
            throw new CommandFailure("\"" + account + "\" is not the name of a service account; give it last");
        }
        new Changes(context, flags, "serviceaccount updated").make(words.subList(0, words.size() - 1), subject -> {
            if (subject.isBuildConfig()) {
                subject.spec().put("serviceAccount", account);
                return;
            }
            ObjectNode pod = PodTemplate.of(subject).spec().put("serviceAccountName", account);
            if (pod.has("serviceAccount")) {
                // The older name of the same field, which servers fill in too.
                pod.put("serviceAccount", account);
            }
        });
    }
}
