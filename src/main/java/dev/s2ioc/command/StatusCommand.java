package dev.s2ioc.command;

import dev.s2ioc.client.Projects;
import dev.s2ioc.client.Session;
import dev.s2ioc.status.ProjectObjects;
import dev.s2ioc.status.StatusGraph;
import dev.s2ioc.status.StatusReport;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what a project is made of, how its parts hang together, and what is wrong with them. */
@Command(
        name = "status",
        description = "Show what the current project is made of, and what is wrong with it.",
        footer = {
            "",
            "Examples:",
            "  # See how things are",
            "  s2ioc status",
            "",
            "  # See what is wrong, and what to do about it",
            "  s2ioc status --suggest",
            "",
            "  # Draw it",
            "  s2ioc status -o dot | dot -Tsvg -o status.svg"
        })
public final class StatusCommand implements Action {

    @Option(
            names = {"-A", "--all-namespaces"},
            description = "All projects; the current one does not count then.")
    boolean allNamespaces;

    @Option(names = "--suggest", description = "Tell of all problems, and what to do about them.")
    boolean suggest;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "dot",
            description = "With dot, print a graph for Graphviz instead.")
    String output = "";

    private final CommandContext context;

    public StatusCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws InterruptedException {
        if (!output.isEmpty() && !output.equals("dot")) {
            throw new CommandFailure("invalid output format provided: " + output + "; the only one is dot");
        }
        Session session = context.session();
        String namespace = allNamespaces ? "" : session.namespace();
        String title = title(session);
        ProjectObjects objects =
                ProjectObjects.load(session, Optional.of(namespace).filter(name -> !name.isEmpty()));
        context.streams()
                .out()
                .print(
                        output.equals("dot")
                                ? new StatusGraph(objects, namespace).dot()
                                : new StatusReport(
                                                objects,
                                                namespace,
                                                suggest,
                                                context.surroundings().clock().instant())
                                        .of(title));
    }

    private String title(Session session) {
        if (allNamespaces) {
            return "Showing all projects on server " + session.server();
        }
        String name = session.namespace();
        Projects.Project project = new Projects(session)
                .find(name)
                .orElseThrow(() -> new CommandFailure("you do not have rights to view project \"" + name
                        + "\" specified in your config or the project doesn't exist"));
        return "In project " + project.label() + " on server " + session.server();
    }
}
