package dev.s2ioc.command.rollout;

import dev.s2ioc.client.ResourceArguments;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.FilenameFlags;
import dev.s2ioc.command.FoundObjects;
import dev.s2ioc.command.SelectorFlags;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The words and flags that say whose rollouts are meant; a type alone means all of it in the namespace. */
public final class Workloads {

    @Parameters(
            arity = "0..*",
            paramLabel = "TYPE/NAME | TYPE NAME",
            description = "Deployments, DeploymentConfigs, DaemonSets, StatefulSets.")
    List<String> words = List.of();

    @Mixin
    SelectorFlags selectors = new SelectorFlags();

    @Mixin
    FilenameFlags files = new FilenameFlags();

    private boolean any;

    /** Hands over one after the other. */
    void forEach(CommandContext context, Consumer<FoundObjects.Found> action) throws IOException, InterruptedException {
        if (words.isEmpty() && !files.areSet()) {
            throw new CommandFailure("required resource not specified");
        }
        boolean all = !words.isEmpty() && !ResourceArguments.parse(words).hasNames();
        new FoundObjects(context, selectors, files, all).forEach(words, found -> {
            any = true;
            action.accept(found);
        });
        if (!any) {
            context.streams()
                    .err()
                    .println("No resources found in " + context.session().namespace() + " namespace.");
        }
    }

    /** {@code deployments.apps "web"}, as messages call it. */
    static String words(FoundObjects.Found found) {
        return found.selection().type().qualified() + " \"" + found.name() + "\"";
    }

    /** The namespace that it is in. */
    static String namespace(FoundObjects.Found found, CommandContext context) {
        String own = found.object().at("/metadata/namespace").asText("");
        return own.isEmpty()
                ? found.selection().namespace().orElse(context.session().namespace())
                : own;
    }
}
