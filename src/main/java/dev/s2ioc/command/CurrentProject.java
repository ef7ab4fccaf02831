package dev.s2ioc.command;

import dev.s2ioc.kubeconfig.ClientConfig;
import dev.s2ioc.kubeconfig.Context;
import dev.s2ioc.kubeconfig.Kubeconfig;
import java.util.Optional;

/** The project that a run works in, and the way to another one: a context of the kubeconfig for each. */
final class CurrentProject {
    private final Kubeconfig kubeconfig;
    private final ClientConfig config;

    CurrentProject(CommandContext context) {
        this.config = context.clientConfig();
        this.kubeconfig = context.kubeconfig();
    }

    String name() {
        return config.namespace();
    }

    /** {@code Using project "demo" on server "…".}, with the context's name where the user has chosen it. */
    String sentence() {
        return phrase("Using project \"" + name() + "\"", config.context().flatMap(kubeconfig::context));
    }

    /**
     * Makes a project the current one: by a context that is there for it already, else by a new one.
     *
     * @return the sentence that tells it
     */
    String switchTo(String project) {
        Context current = context();
        if (current.namespace().equals(Optional.of(project)) && isInFile(current)) {
            return "Already on project \"" + project + "\" on server \"" + config.server() + "\".";
        }
        String generated = Context.nickname(project, current.cluster(), current.user());
        Context chosen =
                kubeconfig.known(new Context(generated, current.cluster(), current.user(), Optional.of(project)));
        kubeconfig.edit().context(chosen).currentContext(chosen.name()).save();
        return phrase("Now using project \"" + project + "\"", Optional.of(chosen));
    }

    /** Makes another context the current one. */
    String switchTo(Context other) {
        kubeconfig.edit().currentContext(other.name()).save();
        String server = kubeconfig.server(other.cluster()).orElse("");
        return "Now using context named \"" + other.name() + "\" on server \"" + server + "\".";
    }

    private boolean isInFile(Context current) {
        return kubeconfig.currentContext().equals(Optional.of(current.name()));
    }

    private Context context() {
        return config.context()
                .flatMap(kubeconfig::context)
                .orElseThrow(() -> new CommandFailure("the kubeconfig has no context for \"" + config.server()
                        + "\"; log in with 's2ioc login " + config.server() + "' first"));
    }

    private String phrase(String start, Optional<Context> of) {
        String named = of.filter(context -> !isGenerated(context))
                .map(context -> " from context named \"" + context.name() + "\"")
                .orElse("");
        return start + named + " on server \"" + config.server() + "\".";
    }

    private static boolean isGenerated(Context context) {
        return context.name()
                .equals(Context.nickname(context.namespace().orElse(""), context.cluster(), context.user()));
    }
}
