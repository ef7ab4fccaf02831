package dev.s2ioc.command.config;

import dev.s2ioc.client.Json;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.PrintFlags;
import dev.s2ioc.kubeconfig.Merged;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the kubeconfig. */
@Command(
        name = "view",
        description = "Show the kubeconfig that the files amount to; secrets are hidden unless --raw is given.",
        footer = {
            "",
            "Examples:",
            "  # Show all of it",
            "  s2ioc config view",
            "",
            "  # A kubeconfig of the current context alone, to take elsewhere",
            "  s2ioc config view --minify --flatten --raw",
            "",
            "  # The password of a user",
            "  s2ioc config view --raw -o jsonpath={.users[?(@.name==\"me\")].user.password}"
        })
public final class ViewCommand implements Action {

    @Option(names = "--raw", description = "Show tokens, keys and certificates too.")
    boolean raw;

    @Option(names = "--minify", description = "Only the current context, with what belongs to it.")
    boolean minify;

    @Option(names = "--flatten", description = "Put the content of certificate and key files where their paths are.")
    boolean flatten;

    @Option(
            names = "--merge",
            arity = "0..1",
            paramLabel = "BOOL",
            fallbackValue = "true",
            defaultValue = "true",
            description = "Show all files of $KUBECONFIG as one; false shows the first. Default: ${DEFAULT-VALUE}")
    boolean merge;

    @Mixin
    PrintFlags print = new PrintFlags();

    private final CommandContext context;

    ViewCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException {
        Merged merged = context.kubeconfig().merged(merge, context.overrides().context());
        if (minify) {
            merged.minify();
        }
        if (flatten) {
            merged.flatten();
        }
        if (!raw) {
            merged.redact();
        }
        print.printer(context.surroundings(), "yaml")
                .print(Json.tree(merged.tree()), context.streams().out());
    }
}
