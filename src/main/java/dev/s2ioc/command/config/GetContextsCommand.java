package dev.s2ioc.command.config;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.kubeconfig.Context;
import dev.s2ioc.print.TabWriter;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the contexts of the kubeconfig. */
@Command(
        name = "get-contexts",
        description = "List the contexts of the kubeconfig; an asterisk marks the current one.",
        footer = {
            "",
            "Examples:",
            "  # List all contexts",
            "  s2ioc config get-contexts",
            "",
            "  # Their names only",
            "  s2ioc config get-contexts -o name"
        })
public final class GetContextsCommand implements Action {

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Only these contexts.")
    List<String> names = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "name",
            description = "With name, print only the names.")
    String output = "";

    @Option(names = "--no-headers", description = "Rows only.")
    boolean noHeaders;

    private final CommandContext context;

    GetContextsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        if (!output.isEmpty() && !output.equals("name")) {
            throw new CommandFailure("output must be one of '' or 'name': " + output);
        }
        List<Context> contexts = (names.isEmpty() ? context.kubeconfig().contextNames() : names)
                .stream().map(this::named).toList();
        PrintStream out = context.streams().out();
        if (output.equals("name")) {
            contexts.forEach(each -> out.println(each.name()));
            return;
        }
        String current = context.kubeconfig().currentContext().orElse("");
        TabWriter table = TabWriter.forTables();
        if (!noHeaders) {
            table.line("CURRENT", "NAME", "CLUSTER", "AUTHINFO", "NAMESPACE");
        }
        contexts.forEach(each -> table.line(
                each.name().equals(current) ? "*" : "",
                each.name(),
                each.cluster(),
                each.user(),
                each.namespace().orElse("")));
        out.print(table);
    }

    private Context named(String name) {
        return context.kubeconfig()
                .context(name)
                .orElseThrow(() -> new CommandFailure("context " + name + " not found"));
    }
}
